import type { Fault } from './check-chain.ts'

export type BothLanguages = { zh: string; en: string }

/** What a record says of itself, for a sentence: `项目 01890… 第 3 版，2022-03-01T01:02:03.000000Z`. */
function recordWords(line: string | undefined): BothLanguages {
  const record = parsed(line)
  if (!record) return { zh: '', en: '' }
  const at = String(record['recordedFrom'] ?? record['at'] ?? '?')
  if (record['log'] === 'event') {
    const what = String(record['kind'])
    return { zh: `（事件 ${what}，${at}）`, en: ` (event ${what}, ${at})` }
  }
  const { entity, rowId, revision } = record
  return {
    zh: `（${entity} ${rowId} 第 ${revision} 版，${at}）`,
    en: ` (${entity} ${rowId}, revision ${revision}, ${at})`,
  }
}

function parsed(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = line && JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

type Words = (fault: Fault, record: BothLanguages) => BothLanguages

const words: Record<Fault['kind'], Words> = {
  sealMissing: ({ seal }) => ({
    zh: `第 ${seal} 个封存不见了。`,
    en: `Seal ${seal} is missing.`,
  }),
  sealChanged: ({ seal }) => ({
    zh: `第 ${seal} 个封存被改动过：它的内容与自己的摘要不符。`,
    en: `Seal ${seal} was changed: what it says does not fit its own hash.`,
  }),
  sealMoved: ({ seal }) => ({
    zh: `第 ${seal} 个封存接不上前一个：顺序被改动过，或前面的被换掉了。`,
    en: `Seal ${seal} does not follow the one before it: their order was changed, or one was replaced.`,
  }),
  sealBehind: ({ seal }) => ({
    zh: `本机留有第 ${seal} 个封存的摘要，数据库里没有或不是同一个：日志末尾被删掉或重做过。`,
    en: `This machine kept the hash of seal ${seal}; the database has none or another: the end of the log was cut off or made anew.`,
  }),
  algorithmUnknown: ({ seal }) => ({
    zh: `第 ${seal} 个封存所用的摘要算法，这台机器的 Node 没有。`,
    en: `Seal ${seal} uses a hash that the Node of this machine does not have.`,
  }),
  recordChanged: ({ seal, position }, record) => ({
    zh: `第 ${position} 条记录被改动过${record.zh}，它封存在第 ${seal} 个封存里。`,
    en: `Record ${position} was changed${record.en}; it stands in seal ${seal}.`,
  }),
  recordRemoved: ({ seal, position }) => ({
    zh: `第 ${position} 条记录不见了，它封存在第 ${seal} 个封存里。`,
    en: `Record ${position} is missing; it stands in seal ${seal}.`,
  }),
  recordAdded: ({ seal, position }, record) => ({
    zh: `第 ${position} 条记录是封存以后加进去的${record.zh}，第 ${seal} 个封存里没有它。`,
    en: `Record ${position} was put in after sealing${record.en}; seal ${seal} does not have it.`,
  }),
  recordsSwapped: ({ position, other }, record) => ({
    zh: `第 ${position} 条和第 ${other} 条记录被调换过${record.zh}。`,
    en: `Records ${position} and ${other} have changed places${record.en}.`,
  }),
  rowChanged: ({ row }) => ({
    zh: `${row} 现在的内容与日志中它最后一次变更不符：有人绕过系统改了它。`,
    en: `${row} is not as its last change in the log left it: somebody changed it past the system.`,
  }),
  rowRemoved: ({ row }) => ({
    zh: `${row} 在日志里有，表里没有：有人绕过系统删了它。`,
    en: `${row} stands in the log and not in its table: somebody deleted it past the system.`,
  }),
  rowUnknown: ({ row }) => ({
    zh: `${row} 在表里有，日志里没有：有人绕过系统加了它。`,
    en: `${row} stands in its table and not in the log: somebody added it past the system.`,
  }),
  fileChanged: ({ row }) => ({
    zh: `文件第 ${row} 行不是导出时的样子，或文件不完整。`,
    en: `Line ${row} of the file is not as it was exported, or the file is not whole.`,
  }),
}

export const faultWords = (fault: Fault): BothLanguages => words[fault.kind](fault, recordWords(fault.line))
