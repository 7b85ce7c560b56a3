import { sql } from 'kysely'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { Unit } from '../../../engine/land-rules/units.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { FairReview, PromiseEntry, RuleSet } from '../contract.ts'
import type { PresetKey } from '../presets.ts'

export type StoredSet = {
  id: string
  name: string
  preset: PresetKey | null
  everywhere: boolean
  rules: LandRule[]
  source: string
  revision: number
  parcels: RuleSet['parcels']
}

const columns = sql`s.id, s.name, s.preset, s.everywhere, s.rules, s.source, s.revision, coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'name', p.name) order by p.number, p.id)
    from rule_set_parcel l join parcel p on p.zone_id = l.zone_id and p.id = l.parcel_id and p.removed_at is null
    where l.zone_id = s.zone_id and l.rule_set_id = s.id and l.removed_at is null), '[]') as parcels`

export async function listSets(db: Db, zoneId: string): Promise<StoredSet[]> {
  const { rows } = await sql<StoredSet>`select ${columns} from rule_set s
    where s.zone_id = ${zoneId} and s.removed_at is null order by s.everywhere desc, s.name, s.id`.execute(db)
  return rows
}

/** Those of the parcels given, and those of every parcel. */
export const bindingSets = (sets: readonly StoredSet[], parcelIds: readonly string[]) =>
  sets.filter(({ everywhere, parcels }) => everywhere || parcels.some(({ id }) => parcelIds.includes(id)))

export async function listLinks(db: Db, zoneId: string, setId: string) {
  const { rows } = await sql<{ id: string; parcelId: string; revision: number }>`
    select id, parcel_id, revision from rule_set_parcel
    where zone_id = ${zoneId} and rule_set_id = ${setId}::uuid and removed_at is null`.execute(db)
  return rows
}

export async function listParcelIds(db: Db, zoneId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from parcel where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) and removed_at is null`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Of the numbers that a ledger line names: the parcels that are there, or that were until they were split or joined. */
export async function listNamed(db: Db, zoneId: string, keys: readonly string[]) {
  const { rows } = await sql<{
    id: string
    key: string
    number: string | null
    name: string | null
    areaM2: string
  }>`
    select distinct on (number_key) id, number_key as key, number, name, trim_scale(area_m2)::text as area_m2 from parcel
    where zone_id = ${zoneId} and number_key = any(${[...keys]}::text[]) and removed_at is null
    order by number_key, ended_on desc nulls first, id desc`.execute(db)
  return rows
}

export async function listPromises(db: Db, zoneId: string, projectId: string): Promise<PromiseEntry[]> {
  const { rows } = await sql<PromiseEntry & { unit: Unit }>`
    select r.id, r.indicator, trim_scale(r.value)::text as value, r.unit, r.check_stage, r.due_on::text as due_on,
      r.source, m.name as promised_by, r.promised_at, r.revision
    from promise r join member m on m.zone_id = ${zoneId} and m.id = r.promised_by
    where r.zone_id = ${zoneId} and r.project_id = ${projectId}::uuid and r.removed_at is null
    order by r.indicator`.execute(db)
  return rows.map((row) => ({ ...row, promisedAt: iso(row.promisedAt) }))
}

/** What many projects promise, as figures alone. */
export async function listPromisesOf(db: Db, zoneId: string, projectIds: readonly string[]) {
  const { rows } = await sql<{ projectId: string; indicator: string; value: string; unit: Unit }>`
    select project_id, indicator, trim_scale(value)::text as value, unit from promise
    where zone_id = ${zoneId} and project_id = any(${[...projectIds]}::uuid[]) and removed_at is null
    order by project_id, indicator`.execute(db)
  return Map.groupBy(rows, ({ projectId }) => projectId)
}

export type StoredConfirmation = {
  setId: string
  rule: LandRule
  holds: boolean
  note: string | null
  confirmedBy: string
  confirmedAt: string
}
/** The newest first. */
export async function listConfirmations(db: Db, zoneId: string, projectId: string) {
  const { rows } = await sql<StoredConfirmation>`
    select c.rule_set_id as set_id, c.rule, c.holds, c.note, m.name as confirmed_by, c.confirmed_at
    from confirmation c join member m on m.zone_id = ${zoneId} and m.id = c.confirmed_by
    where c.zone_id = ${zoneId} and c.project_id = ${projectId}::uuid and c.removed_at is null
    order by c.confirmed_at desc, c.id desc`.execute(db)
  return rows.map((row) => ({ ...row, confirmedAt: iso(row.confirmedAt) }))
}

export type StoredExemption = {
  id: string
  setId: string
  rule: LandRule
  offered: string | null
  verdict: 'fail' | 'unknown' | null
  industry: string | null
  reason: string
  paperId: string
  paper: string
  decidedBy: string
  decidedAt: string
}
/** The newest first. */
export async function listExemptions(db: Db, zoneId: string, projectId: string) {
  const { rows } = await sql<StoredExemption>`
    select e.id, e.rule_set_id as set_id, e.rule, trim_scale(e.offered)::text as offered, e.verdict, e.industry,
      e.reason, e.paper_id, p.file_name as paper, m.name as decided_by, e.decided_at
    from exemption e join member m on m.zone_id = ${zoneId} and m.id = e.decided_by
      join paper p on p.zone_id = ${zoneId} and p.id = e.paper_id
    where e.zone_id = ${zoneId} and e.project_id = ${projectId}::uuid and e.removed_at is null
    order by e.decided_at desc, e.id desc`.execute(db)
  return rows.map((row) => ({ ...row, decidedAt: iso(row.decidedAt) }))
}

/** Whether a decision or a review rests on a paper: neither is ever taken back. */
export async function isDecidedOn(db: Db, zoneId: string, paperId: string): Promise<boolean> {
  const { rows } = await sql`
    select from exemption where zone_id = ${zoneId} and paper_id = ${paperId}::uuid and removed_at is null
    union all
    select from fair_review where zone_id = ${zoneId} and paper_id = ${paperId}::uuid and removed_at is null`.execute(
    db,
  )
  return rows.length > 0
}

/** The newest first. */
export async function listReviews(db: Db, zoneId: string, projectId: string): Promise<FairReview[]> {
  const { rows } = await sql<FairReview>`
    select r.id, r.conclusion, r.basis, r.reviewed_on::text as reviewed_on, r.paper_id, p.file_name as paper,
      m.name as recorded_by, r.recorded_at
    from fair_review r join member m on m.zone_id = ${zoneId} and m.id = r.recorded_by
      join paper p on p.zone_id = ${zoneId} and p.id = r.paper_id
    where r.zone_id = ${zoneId} and r.project_id = ${projectId}::uuid and r.removed_at is null
    order by r.recorded_at desc, r.id desc`.execute(db)
  return rows.map((row) => ({ ...row, recordedAt: iso(row.recordedAt) }))
}

const iso = (at: Date | string) => new Date(at).toISOString()
