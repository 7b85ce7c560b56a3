import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { has } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Agreement, AgreementQuery, ProjectCooperation } from '../contract.ts'
import { type AgreementRow, listInStates, listOfProject, listRaisedBy } from './agreement-queries.ts'
import { mayPropose } from './policy.ts'
import { findProject } from './project.ts'
import { fromOf } from './propose.ts'
import { readFirstContact, registering } from './read-first-contact.ts'
import { shownAgreement } from './shown-agreements.ts'

/** First contact and agreements of a project. */
export async function readCooperation(
  db: Db,
  actor: Actor,
  projectId: string,
  today: string,
): Promise<ProjectCooperation> {
  const project = await findProject(db, actor.zoneId, projectId)
  const from = await fromOf(db, actor.zoneId, project, today)
  const agreements = (await listOfProject(db, actor.zoneId, projectId)).map((row) =>
    shownAgreement(actor, row),
  )
  const isUnderWay = project.standing === 'ongoing' || project.standing === 'onHold'
  const isFree = agreements.every(({ state }) => state !== 'proposed' && state !== 'agreed')
  const { abilities, ...register } = registering(actor)
  return {
    today,
    firstContact: await readFirstContact(db, actor.zoneId, project),
    agreements,
    from,
    ...register,
    abilities: [
      ...abilities,
      ...(from && isUnderWay && isFree && mayPropose(actor, from.unitId) ? ['propose'] : []),
    ],
  }
}

/** By what is asked: waiting for this person, raised by them, under way, or over. */
export async function listAgreements(
  db: Db,
  actor: Actor,
  { waiting, raised, show }: AgreementQuery,
  today: string,
): Promise<{ items: Agreement[]; total: number }> {
  const { zoneId, memberId } = actor
  const rows = raised
    ? await listRaisedBy(db, zoneId, memberId)
    : show === 'done'
      ? await listInStates(db, zoneId, ['done', 'refused', 'withdrawn', 'stopped', 'replaced', 'takenBack'])
      : await listInStates(db, zoneId, waiting ? ['proposed'] : ['proposed', 'agreed'])
  const items = rows.map((row) => shownAgreement(actor, row))
  const own = waiting ? await waitingFor(db, actor, rows, items, today) : items
  return { items: own, total: own.length }
}

/** A director may speak for any unit, and is waited for where a unit has nobody to, or the place is outside. */
async function waitingFor(
  db: Db,
  actor: Actor,
  rows: readonly AgreementRow[],
  items: readonly Agreement[],
  today: string,
) {
  const headed = has(actor, 'director') ? await listHeaded(db, actor.zoneId, today) : new Set<string>()
  const commanded = new Set(
    actor.posts.filter(({ role }) => role === 'commander').map(({ unitId }) => unitId),
  )
  return items.filter((item, at) =>
    item.sides.some(
      ({ unitId, mayAnswer }) =>
        mayAnswer && rows[at] && (unitId === null || commanded.has(unitId) || !headed.has(unitId)),
    ),
  )
}

/** Units with a commander today. */
async function listHeaded(db: Db, zoneId: string, today: string): Promise<Set<string>> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct unit_id from post where zone_id = ${zoneId} and role = 'commander' and removed_at is null
      and from_on <= ${today}::date and (to_on is null or to_on >= ${today}::date)`.execute(db)
  return new Set(rows.map(({ unitId }) => unitId))
}
