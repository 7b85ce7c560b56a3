import { v7 as uuidv7 } from 'uuid'
import { kindOfUnit, type Unit } from '../../../engine/land-rules/units.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { refuseNoDay } from '../../../server/refuse-no-day.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { signOfDecimal } from '../../../shared/decimal.ts'
import { holdProject } from '../../evidence/server/held.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { ActualInput, PromiseInput } from '../contract.ts'
import { monthsIn, mostMonths } from '../model/promise-state.ts'
import { refuseOtherPaper } from './actions.ts'
import { listPromises } from './queries.ts'
import { movedOn } from './refusals.ts'

/** What a project promises of an indicator, or promises instead. */
export async function putPromise(
  db: Db,
  actor: Actor,
  author: Author,
  { projectId, indicator }: { projectId: string; indicator: string },
  { revision, ...input }: PromiseInput,
) {
  await holdProject(db, actor, projectId, 'update')
  refuseUnit(indicator, input.unit)
  refuseNoDay(input.dueOn)
  if (kindOfUnit(input.unit) === 'months' && monthsIn(input) > mostMonths)
    throw new Problem(
      'invalid_input',
      say(
        `时限 ${input.value} ${input.unit} 太长，最多 ${mostMonths} 个月（100 年）。`,
        `${input.value} ${input.unit} is too long; ${mostMonths} months (100 years) at most.`,
      ),
    )
  if (signOfDecimal(input.value) < 0)
    throw new Problem('invalid_input', say('承诺值不能小于 0。', 'What is promised cannot be below nought.'))
  const set = {
    ...input,
    dueOn: input.dueOn ?? null,
    source: input.source.trim(),
    promisedBy: actor.memberId,
    promisedAt: author.at,
  }
  const before = (await listPromises(db, actor.zoneId, projectId)).find((one) => one.indicator === indicator)
  if ((before?.revision ?? null) !== revision) throw movedOn()
  if (!before) return insertRows(db, author, 'promise', [{ id: uuidv7(), projectId, indicator, ...set }])
  const written = await updateRows(db, author, 'promise', [{ id: before.id, revision: before.revision, set }])
  if (written.size === 0) throw movedOn()
}

export async function removePromise(
  db: Db,
  actor: Actor,
  author: Author,
  { projectId, indicator }: { projectId: string; indicator: string },
  revision: number,
) {
  await holdProject(db, actor, projectId, 'update')
  const before = (await listPromises(db, actor.zoneId, projectId)).find((one) => one.indicator === indicator)
  if (!before || before.revision !== revision) throw movedOn()
  await updateRows(
    db,
    author,
    'promise',
    [{ id: before.id, revision, set: { removedAt: author.at } }],
    'remove',
  )
}

/** What came of a promise, as somebody measured it on a day, with a paper if there is one. */
export async function recordActual(
  db: Db,
  actor: Actor,
  author: Author,
  { projectId, indicator }: { projectId: string; indicator: string },
  { value, unit, measuredOn, source, paperId }: ActualInput,
) {
  await holdProject(db, actor, projectId, 'update')
  refuseUnit(indicator, unit)
  if (signOfDecimal(value) < 0)
    throw new Problem('invalid_input', say('实绩不能小于 0。', 'What came of it cannot be below nought.'))
  refuseNoDay(measuredOn)
  if (paperId) await refuseOtherPaper(db, actor.zoneId, projectId, paperId)
  if (measuredOn > shanghaiDay(author.at))
    throw new Problem(
      'invalid_input',
      say(`实测日期 ${measuredOn} 还没有到。`, `The day of measuring, ${measuredOn}, is still to come.`),
    )
  await insertRows(db, author, 'promise_actual', [
    {
      id: uuidv7(),
      projectId,
      indicator,
      ...{ value, unit, measuredOn, source: source.trim(), paperId: paperId ?? null },
      recordedBy: actor.memberId,
      recordedAt: author.at,
    },
  ])
}

function refuseUnit(indicator: string, unit: Unit) {
  const known = indicatorOf(indicator)
  if (known && kindOfUnit(known.unit) !== kindOfUnit(unit))
    throw new Problem(
      'invalid_input',
      say(
        `“${known.words.zh}”按“${known.unit}”计，不能换算成“${unit}”。`,
        `“${known.words.en}” is measured in “${known.unit}”, which “${unit}” cannot be converted to.`,
      ),
    )
}
