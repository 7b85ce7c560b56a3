import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { levelWords } from '../../../blockers/ladder.ts'
import { type BlockerRow, countBlockers, pageOfBlockers } from '../../../blockers/server/queries.ts'
import { itemsAtMost, matter, nowOf, type WaitingSource } from '../source.ts'

/** Open blockers at the level at which this person acts, the longest open first. */
export const blockersWaiting: WaitingSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const query = { waiting: 'me' as const, limit: itemsAtMost }
  const items = await pageOfBlockers(db, nowOf(actor), query, day)
  const counts = await countBlockers(db, nowOf(actor), query)
  return {
    kind: 'blocker',
    title: say('等您处理的卡点', 'Blockers with you'),
    address: '/blockers?waiting=me',
    items: items.map((row) => blockerMatter(row, day)),
    total: counts.reduce((sum, { count }) => sum + count, 0),
  }
}

export const blockerMatter = (
  { id, projectId, projectName, title, level, state, wantedOn }: BlockerRow,
  day: string,
) =>
  matter({
    id,
    name: title,
    address: `/projects/${projectId}?tab=blockers`,
    note: say(projectName, projectName),
    state: state === 'open' ? levelWords[level] : closedWords[state],
    on: wantedOn,
    isLate: state === 'open' && wantedOn !== null && wantedOn < day,
  })

const closedWords = { solved: say('已解决', 'solved'), withdrawn: say('已撤回', 'withdrawn') }
