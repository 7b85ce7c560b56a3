import { Problem, say } from '../../../../server/errors.ts'

export const importWord = say('楼宇导入', 'import of rooms')

export const noFile = say(
  '没有收到文件。请以表单字段 file 上传一张楼宇单元表。',
  'No file came. Upload one table of rooms as the form field “file”.',
)

export const tooLarge = (name: string, limitBytes: number) =>
  new Problem(
    'too_large',
    say(
      `“${name}”超过了 ${Math.round(limitBytes / 1024 ** 2)} MB 的上限。请按园区拆成几个文件。`,
      `“${name}” is over the limit of ${Math.round(limitBytes / 1024 ** 2)} MB. Split it by park.`,
    ),
  )

export const noRooms = (name: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${name}”里没有找到表格：表头须有房号（单元）和建筑面积。`,
      `“${name}” has no table: its header must have a room number and an area.`,
    ),
  )

export const nothingRead = new Problem(
  'invalid_input',
  say(
    '没有一张表同时有“房号”和“建筑面积”两列，请先指定。',
    'No table has a column of room numbers and one of areas. Say which they are.',
  ),
)

export const recordsMoved = new Problem(
  'conflict',
  say(
    '核对之后楼宇或租约有变动。请重新核对，没有写入任何内容。',
    'Buildings or leases have changed since the check. Check again; nothing was written.',
  ),
)

export const unknownColumn = (what: string) =>
  new Problem('invalid_input', say(`没有“${what}”这一列或这张表。`, `There is no column or table “${what}”.`))
