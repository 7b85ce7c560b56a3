import { Problem, say } from '../../../server/errors.ts'

const over = {
  applied: ['已经导入', 'has been applied'],
  undone: ['已经撤销', 'has been undone'],
  discarded: ['已经放弃', 'has been discarded'],
  read: ['还没有导入', 'has not been applied'],
} as const

export const isOver = (fileName: string, status: keyof typeof over) =>
  new Problem('conflict', say(`“${fileName}”${over[status][0]}。`, `“${fileName}” ${over[status][1]}.`))

export const importMoved = new Problem(
  'conflict',
  say('这次导入刚被他人改过，请刷新后再试。', 'Somebody changed this import just now. Reload and try again.'),
)
