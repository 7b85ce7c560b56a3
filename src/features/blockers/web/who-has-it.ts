import type { Words } from '../../../web/i18n/index.ts'
import type { ListedBlocker } from '../contract.ts'

const namedAtMost = 2

/** With whom an open blocker is, in a few words; empty when it is closed. */
export function whoHasIt(t: Words, { state, level, holders, corpsId }: ListedBlocker): string {
  if (state !== 'open') return ''
  if (holders.length === 0) return t(level === 'officer' && corpsId !== null ? 'corpsPeople' : 'nobody')
  const named = holders.slice(0, namedAtMost).join('、')
  return holders.length > namedAtMost ? t('andMore', { names: named, count: holders.length }) : named
}
