import { mayCall } from '../../../../server/access.ts'
import { type Sentence, say } from '../../../../server/errors.ts'
import { addDays } from '../../../../shared/days.ts'
import { listActs, type StoredAct } from '../../../organisation/server/reorganisation-queries.ts'
import { itemsAtMost, matter, nowOf, type WaitingSource } from '../source.ts'

const toComeDays = 30

/** Its state says the day, too. */
export const actMatter = (act: Pick<StoredAct, 'id' | 'title'>, state: Sentence) =>
  matter({ id: act.id, name: act.title, address: `/settings/organisation/${act.id}`, state })

/** Reorganisations prepared, or stopped on their day, that somebody must decide on. */
export const draftActs: WaitingSource = async (db, actor, day) => {
  if (!mayCall(nowOf(actor), 'reorganisation:update')) return undefined
  const acts = (await listActs(db, actor.zoneId)).filter(
    ({ status }) => status === 'draft' || status === 'stopped',
  )
  return {
    kind: 'draftAct',
    title: say('待确认的机构调整', 'Reorganisations to confirm'),
    address: '/settings/organisation',
    items: acts.slice(0, itemsAtMost).map((act) => ({
      ...actMatter(
        act,
        act.status === 'draft'
          ? say(`拟于 ${act.effectiveOn} 生效`, `to take effect on ${act.effectiveOn}`)
          : say(`${act.effectiveOn} 未能生效`, `could not take effect on ${act.effectiveOn}`),
      ),
      isLate: act.status === 'stopped' || act.effectiveOn < day,
    })),
    total: acts.length,
  }
}

/** Confirmed ones whose day is near: the last time to undo them. */
export const actsToCome: WaitingSource = async (db, actor, day) => {
  if (!mayCall(nowOf(actor), 'reorganisation:update')) return undefined
  const acts = (await listActs(db, actor.zoneId)).filter(
    ({ status, effectiveOn }) => status === 'confirmed' && effectiveOn <= addDays(day, toComeDays),
  )
  return {
    kind: 'actToCome',
    title: say(`${toComeDays} 天内生效的机构调整`, `Reorganisations of the next ${toComeDays} days`),
    address: '/settings/organisation',
    items: acts
      .slice(0, itemsAtMost)
      .map((act) => actMatter(act, say(`${act.effectiveOn} 生效`, `takes effect on ${act.effectiveOn}`))),
    total: acts.length,
  }
}
