import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import type { Language, Sentence } from '../../../server/errors.ts'
import { say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { listCorpsOn } from '../../organisation/server/queries.ts'
import type { EditedLine, EditFailure, Edits, EditsResult, LedgerRow } from '../contract.ts'
import { type Field, fieldByKey, fields } from '../fields.ts'
import { isMask, masked } from '../personal.ts'
import { projectPolicy } from './policy.ts'
import { listLinesWithAbilities, loadRows } from './queries.ts'
import { checkToCome, checkValue } from './validate.ts'
import { writeCorrections } from './write-corrections.ts'
import { type ProjectWrite, writeProjects } from './write-projects.ts'

type Held = { id: string; corpsId: string | null; officerId: string | null; period: string | null }

/**
 * Cells changed by hand, from one to a pasted block. Each is taken or refused by itself: a cell that no longer
 * holds what the person saw is a conflict that names what it holds now and who wrote it.
 */
export async function editLedger(
  db: Db,
  actor: Actor,
  author: Author,
  { edits, period, reason }: Edits,
  language: Language,
): Promise<EditsResult> {
  const ids = [...new Set(edits.map((edit) => edit.projectId))].sort()
  const held = new Map((await holdProjects(db, actor.zoneId, ids)).map((row) => [row.id, row]))
  const today = shanghaiDay(author.at)
  const thisMonth = monthOf(today)
  const periodOf = (id: string) => period ?? held.get(id)?.period ?? thisMonth
  const current = await currentValues(db, actor.zoneId, ids, periodOf)
  const failures: EditFailure[] = []
  const writes = new Map<string, ProjectWrite>()
  const contested: { failure: EditFailure; field: Field; period: string }[] = []

  for (const edit of edits) {
    const fail = (code: EditFailure['code'], sentence: Sentence) => {
      const failure: EditFailure = {
        projectId: edit.projectId,
        field: edit.field,
        code,
        message: sentence[language],
        current: masked(edit.field, current.get(edit.projectId)?.[edit.field] ?? null),
        changedBy: null,
      }
      failures.push(failure)
      return failure
    }
    const project = held.get(edit.projectId)
    const field = fieldByKey.get(edit.field)
    if (!project || !field) {
      fail('not_found', say('这个项目已不在台账中。', 'This project is no longer in the ledger.'))
      continue
    }
    // The same cell twice in one block: the second goes by what the first one writes. A mask is compared with the mask.
    const own = writes.get(edit.projectId)?.set
    const now = masked(
      edit.field,
      own && edit.field in own
        ? (own[edit.field] ?? null)
        : (current.get(edit.projectId)?.[edit.field] ?? null),
    )
    const wrong =
      isMask(field, now) && now === edit.to
        ? undefined
        : (checkValue(field, edit.to) ?? checkToCome(field, edit.to, today))
    if (!projectPolicy.update(actor, project)) fail('not_allowed', notYours)
    else if (
      field.key === 'corps' &&
      !projectPolicy.update(actor, { ...project, corpsId: edit.to, officerId: null })
    )
      fail(
        'not_allowed',
        say(
          '不能把项目移交给其他兵团，请由综合统计或领导办理。',
          'You may not hand a project to another corps; ask the analyst or a director.',
        ),
      )
    else if (wrong) fail('invalid_input', wrong)
    else if (now === edit.to) continue
    else if (now !== edit.from)
      contested.push({
        failure: fail('conflict', say('这一格刚被修改。', 'This cell was changed meanwhile.')),
        field,
        period: periodOf(edit.projectId),
      })
    else {
      const write = writes.get(edit.projectId) ?? {
        projectId: edit.projectId,
        isNew: false,
        period: periodOf(edit.projectId),
        set: {},
      }
      write.set[edit.field] = edit.to
      writes.set(edit.projectId, write)
    }
  }
  const unknownCorps = await corpsNotHere(db, actor.zoneId, [...writes.values()], today)
  for (const write of unknownCorps) {
    delete write.set['corps']
    failures.push({
      projectId: write.projectId,
      field: 'corps',
      code: 'invalid_input',
      message: say('没有这个兵团。', 'There is no such corps.')[language],
      current: null,
      changedBy: null,
    })
  }
  await nameWriters(db, actor.zoneId, contested, language)
  const real = [...writes.values()].filter((write) => Object.keys(write.set).length > 0)
  const why = reason?.trim()
  if (why) await writeCorrections(db, author, real, why)
  else await writeProjects(db, author, real)
  const applied = real.reduce((sum, write) => sum + Object.keys(write.set).length, 0)
  const lines = await listLinesWithAbilities(db, actor, ids)
  return { applied, failures, rows: lines.map(wholly) }
}

const wholly = ({ id, abilities, ...line }: LedgerRow): EditedLine => ({
  id,
  abilities,
  values: Object.fromEntries(fields.map(({ key }) => [key, (line[key] ?? null) as string | null])),
})

const notYours = say(
  '这个项目不属于您任职的兵团，不能修改。',
  'This project is not of your corps, so you may not change it.',
)

/** Locks the projects in the order of their ids, so that two people saving at once wait and do not deadlock. */
async function holdProjects(db: Db, zoneId: string, ids: string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select p.id, p.corps_id, p.officer_id, (select to_char(max(period), 'YYYY-MM') from progress g
      where g.zone_id = ${zoneId} and g.project_id = p.id and g.removed_at is null) as period
    from project p where p.zone_id = ${zoneId} and p.id = any(${ids}::uuid[]) and p.removed_at is null
    order by p.id for update of p`.execute(db)
  return rows
}

async function currentValues(db: Db, zoneId: string, ids: string[], periodOf: (id: string) => string) {
  const byPeriod = Map.groupBy(ids, periodOf)
  const all = new Map<string, Record<string, string>>()
  for (const [period, part] of byPeriod)
    for (const [id, row] of await loadRows(db, zoneId, part, period)) all.set(id, row)
  return all
}

async function corpsNotHere(
  db: Db,
  zoneId: string,
  writes: ProjectWrite[],
  day: string,
): Promise<ProjectWrite[]> {
  const wanted = writes.filter((write) => typeof write.set['corps'] === 'string')
  if (wanted.length === 0) return []
  const units = await listCorpsOn(db, zoneId, day)
  const known = new Set(units.map((unit) => unit.id))
  return wanted.filter((write) => !known.has(write.set['corps'] ?? ''))
}

/** Puts into each conflict who wrote what stands there now. */
async function nameWriters(
  db: Db,
  zoneId: string,
  contested: readonly { failure: EditFailure; field: Field; period: string }[],
  language: Language,
) {
  if (contested.length === 0) return
  const ids = contested.map(({ failure }) => failure.projectId)
  const { rows } = await sql<{
    projectId: string
    entity: string
    name: string | null
    kind: string | null
    period: string | null
  }>`
    select coalesce(c.image ->> 'project_id', c.row_id::text) as project_id, c.entity, m.name, c.image ->> 'kind' as kind, left(c.image ->> 'period', 7) as period
    from (
      select 'project' as entity, id, revision from project where zone_id = ${zoneId} and id = any(${ids}::uuid[])
      union all select 'milestone', id, revision from milestone where zone_id = ${zoneId} and project_id = any(${ids}::uuid[])
      union all select 'progress', id, revision from progress where zone_id = ${zoneId} and project_id = any(${ids}::uuid[])
    ) now
    join change c on c.zone_id = ${zoneId} and c.entity = now.entity and c.row_id = now.id and c.revision = now.revision
    left join member m on m.zone_id = c.zone_id and m.id = c.actor_id`.execute(db)
  for (const { failure, field, period } of contested) {
    const { store } = field
    const row = rows.find(
      (one) =>
        one.projectId === failure.projectId &&
        one.entity === store.in &&
        (store.in !== 'milestone' || one.kind === store.kind) &&
        (store.in !== 'progress' || one.period === period),
    )
    failure.changedBy = row?.name ?? null
    if (row?.name)
      failure.message = say(`这一格刚被${row.name}修改。`, `${row.name} changed this cell meanwhile.`)[
        language
      ]
  }
}
