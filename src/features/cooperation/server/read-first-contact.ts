import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { FirstContactList, ProjectFirstContact } from '../contract.ts'
import { firstContactRule } from '../model/rules.ts'
import { holderOf, ruleHolderOf } from '../model/settle.ts'
import { listDecisions, listFirstContacts, listOpen, listOwn } from './first-contact-queries.ts'
import { mayDecide, mayRegisterSome, registersForAll } from './policy.ts'
import type { HeldProject } from './project.ts'

/** Who came first, with every registration and decision beside. */
export async function readFirstContact(
  db: Db,
  zoneId: string,
  project: HeldProject,
): Promise<ProjectFirstContact> {
  const registrations = await listFirstContacts(db, zoneId, project.id)
  const decisions = (await listDecisions(db, zoneId, [project.id])).map(({ projectId: _, ...one }) => one)
  return {
    holder: holderOf(registrations, decisions),
    byRule: ruleHolderOf(registrations),
    registrations,
    decisions,
    ledgerUnit: project.firstContactUnit,
  }
}

export const registering = (actor: Actor) => ({
  lateAfterDays: firstContactRule.lateAfterDays,
  ownUnitIds: registersForAll(actor) ? [] : actor.unitIds,
  abilities: [...(mayRegisterSome(actor) ? ['register'] : []), ...(mayDecide(actor) ? ['decide'] : [])],
})

/** The disputes of the zone, for those who decide; or what one's own units registered. */
export async function listRegistered(
  db: Db,
  actor: Actor,
  show: 'disputed' | 'own',
): Promise<FirstContactList> {
  const rows =
    show === 'own' ? await listOwn(db, actor) : registersForAll(actor) ? await listOpen(db, actor.zoneId) : []
  const holders = await holdersOf(
    db,
    actor.zoneId,
    rows.flatMap(({ projectId }) => projectId ?? []),
  )
  const items = rows.map((row) => ({ ...row, holder: holders.get(row.projectId ?? '') ?? null }))
  return { items, total: items.length, ...registering(actor) }
}

async function holdersOf(db: Db, zoneId: string, projectIds: readonly string[]) {
  const ids = [...new Set(projectIds)]
  const decisions = Map.groupBy(await listDecisions(db, zoneId, ids), ({ projectId }) => projectId)
  const holders = new Map<string, string>()
  for (const id of ids) {
    const holder = holderOf(await listFirstContacts(db, zoneId, id), decisions.get(id) ?? [])
    if (holder) holders.set(id, holder.unitName)
  }
  return holders
}
