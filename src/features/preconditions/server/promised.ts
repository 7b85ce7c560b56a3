import { sql } from 'kysely'
import type { Unit } from '../../../engine/land-rules/units.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { heldStandings, type Stage } from '../../projects/stages.ts'
import type { KeptPromise } from '../contract.ts'
import { recordedFigure } from '../model/actual-figures.ts'
import { stateOfPromise } from '../model/promise-state.ts'

type Row = Omit<KeptPromise, 'state' | 'actual' | 'margin' | 'lateDays' | 'actualFields' | 'measured'> & {
  stage: Stage
  landArea: string | null
  totalDone: string | null
  passed: Record<string, Day>
  measured: (NonNullable<KeptPromise['measured']> & { value: string; unit: Unit }) | null
}

/** Promises of the projects that a person may know of and that still are to keep them, or of one, with what came of each by a day. */
export async function listPromised(
  db: Db,
  zoneId: string,
  today: Day,
  projectId?: string,
): Promise<KeptPromise[]> {
  const { rows } = await sql<Row>`
    select r.id, r.project_id, p.name as project_name, p.corps_id, p.stage, r.indicator, trim_scale(r.value)::text as value, r.unit,
      r.check_stage, r.due_on::text as due_on, r.source, m.name as promised_by, r.promised_at, r.revision,
      trim_scale(p.land_area)::text as land_area, (
        select trim_scale(g.total_done)::text from progress g
        where g.zone_id = ${zoneId} and g.project_id = p.id and g.removed_at is null and g.total_done is not null
        order by g.period desc limit 1) as total_done,
      coalesce((
        select jsonb_object_agg(s.kind, s.actual_on::text) from milestone s
        where s.zone_id = ${zoneId} and s.project_id = p.id and s.removed_at is null and s.actual_on <= ${today}::date), '{}') as passed, (
        select jsonb_build_object('value', trim_scale(a.value)::text, 'unit', a.unit, 'on', a.measured_on::text,
          'source', a.source, 'paper', f.file_name, 'person', w.name)
        from promise_actual a join member w on w.zone_id = ${zoneId} and w.id = a.recorded_by
          left join paper f on f.zone_id = ${zoneId} and f.id = a.paper_id
        where a.zone_id = ${zoneId} and a.project_id = p.id and a.indicator = r.indicator and a.removed_at is null
        order by a.measured_on desc, a.id desc limit 1) as measured
    from promise r join project p on p.zone_id = ${zoneId} and p.id = r.project_id and p.removed_at is null
      join member m on m.zone_id = ${zoneId} and m.id = r.promised_by
    where r.zone_id = ${zoneId} and r.removed_at is null and ${projectId ? sql`r.project_id = ${projectId}::uuid` : sql`p.standing = any(${[...heldStandings]}::text[])`}
    order by p.name, p.id, r.indicator`.execute(db)
  return rows.map((row) => held(row, today))
}

/** What somebody measured stands before what the records tell. */
function held({ stage, landArea, totalDone, passed, measured, ...row }: Row, today: Day): KeptPromise {
  const recorded = recordedFigure(row.indicator, { landArea, totalDone, stage, passed }, today)
  const actual = measured ? { value: measured.value, unit: measured.unit } : recorded?.quantity
  const promise = {
    indicator: row.indicator,
    quantity: { value: row.value, unit: row.unit },
    checkStage: row.checkStage,
    dueOn: row.dueOn,
  }
  return {
    ...row,
    promisedAt: new Date(row.promisedAt).toISOString(),
    ...stateOfPromise(promise, actual, { stage, passed }, today),
    actualFields: measured ? [] : (recorded?.fields ?? []),
    measured: measured && {
      on: measured.on,
      source: measured.source,
      paper: measured.paper,
      person: measured.person,
    },
  }
}

export const todayOf = (asOf: Date | undefined, at: Date): Day => shanghaiDay(asOf ?? at)
