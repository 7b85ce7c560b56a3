import { type RawBuilder, sql } from 'kysely'
import type { Figures } from '../../../engine/lights/figures.ts'
import type { LightRule } from '../../../engine/lights/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import { addToMonth, type Day, firstDayOfMonth, type Month } from '../../../shared/days.ts'
import { type Precision, whenText } from '../../../shared/when.ts'
import { lifeOrder, type Stage } from '../../projects/stages.ts'
import { milestonesOf } from '../model/part-fields.ts'

/** `dates` are `kind|plan|precision|actual|precision`, `months` are `month|plan of the year|done this year`, each after a comma; words may hold either, so tasks are JSON. */
type Row = {
  id: string
  name: string
  stage: Stage
  standing: string
  dates: string | null
  months: string | null
  tasks: { text: string; month: Month; doneOn: Day | null }[] | null
}
export type ProjectFigures = Figures & { id: string; name: string }

/** Of which months the rule needs reports to judge from `first` to `last`: of their whole years, for the plan, and those before. */
function reportsFrom(rule: LightRule, first: Month): Month {
  const before = rule.parts.reduce(
    (most, part) =>
      part.kind === 'investment' ? Math.max(most, part.monthsOld + (part.inARow ?? 1) - 1) : most,
    0,
  )
  return `${addToMonth(first, -before).slice(0, 4)}-01`
}

type Asked = {
  rule: LightRule
  first: Month
  last: Month
  /** Narrows `project p`. */
  where?: RawBuilder<unknown>
}

/**
 * What a rule asks of every project that the transaction may see, in one statement. Dates and amounts come as text put
 * together by the database, in half the time that it takes to make them JSON; looked up project by project by their
 * key, for a join of groups is planned badly where a large import has left no statistics yet.
 */
export async function readFigures(
  db: Db,
  zoneId: string,
  { rule, first, last, where = sql`true` }: Asked,
): Promise<ProjectFigures[]> {
  const kinds = kindsOf(rule)
  const [from, to] = [firstDayOfMonth(reportsFrom(rule, first)), firstDayOfMonth(last)]
  const asksMoney = rule.parts.some(({ kind }) => kind === 'investment')
  const asksTasks = rule.parts.some(({ kind }) => kind === 'monthTask')
  const months = sql`(
        select string_agg(to_char(period, 'YYYY-MM') || '|' || coalesce(annual_plan::text, '') || '|' || coalesce(year_done::text, ''), ',')
        from progress where zone_id = ${zoneId} and project_id = p.id and removed_at is null
          and period between ${from}::date and ${to}::date and (annual_plan is not null or year_done is not null))`
  const tasks = sql`(
        select json_agg(json_build_object('text', text, 'month', to_char(period, 'YYYY-MM'), 'doneOn', done_on) order by period)
        from month_task where zone_id = ${zoneId} and project_id = p.id and removed_at is null)`
  const { rows } = await sql<Row>`
    select p.id, p.name, p.stage, p.standing,
      (select string_agg(kind || '|' || coalesce(plan_on::text, '') || '|' || coalesce(plan_precision, '')
          || '|' || coalesce(actual_on::text, '') || '|' || coalesce(actual_precision, ''), ',')
        from milestone where zone_id = ${zoneId} and project_id = p.id and removed_at is null and kind = any(${kinds}::text[])
          and (plan_on is not null or actual_on is not null)) as dates,
      ${asksMoney ? months : sql`null`} as months, ${asksTasks ? tasks : sql`null`} as tasks
    from project p
    where p.zone_id = ${zoneId} and p.removed_at is null and ${where}`.execute(db)
  return rows.map(figuresOf)
}

/** Milestones that any part looks at. */
function kindsOf({ parts }: LightRule): string[] {
  const entry = parts.some(({ kind }) => kind === 'statistics') ? ['started', 'statEntered'] : []
  return [...new Set([...parts.flatMap(milestonesOf), ...entry])]
}

const placeOf = new Map<string, number>(lifeOrder.map((kind, place) => [kind, place]))
const place = (kind: string) => placeOf.get(kind) ?? 0

/** A stage reached says that what stands before it in a project's life has happened, dated or not. */
function figuresOf({ id, name, stage, standing, dates, months, tasks }: Row): ProjectFigures {
  const reached = place(stage)
  const milestones = partsOf(dates).map(([kind = '', planOn, planPrecision, actualOn, actualPrecision]) => ({
    kind,
    plan: textOf(planOn, planPrecision),
    actual: textOf(actualOn, actualPrecision),
    isPassed: place(kind) <= reached,
  }))
  // A start that no date tells of is known by the stage.
  if (place('started') <= reached && !milestones.some(({ kind }) => kind === 'started'))
    milestones.push({ kind: 'started', plan: null, actual: null, isPassed: true })
  return {
    ...{ id, name, standing, funds: null },
    milestones: milestones.sort((a, b) => place(a.kind) - place(b.kind)),
    tasks: (tasks ?? []).map(({ text, month, doneOn }) => ({
      ...{ kind: text, plan: month, actual: doneOn, isPassed: false },
    })),
    months: partsOf(months).map(([month = '', annualPlan, yearDone]) => ({
      ...{ month, annualPlan: annualPlan || null, yearDone: yearDone || null },
    })),
  }
}

const partsOf = (text: string | null) => (text ? text.split(',').map((one) => one.split('|')) : [])
const textOf = (day: string | undefined, precision: string | undefined) =>
  day ? whenText({ day, precision: precision as Precision }) : null
