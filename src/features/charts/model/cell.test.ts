import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addToMonth, monthOf } from '../../../shared/days.ts'
import { type Cell, type Charted, cellOf, cellsOf, isCoarse, monthsOf, type Task } from './cell.ts'
import { addTo, noTally } from './tally.ts'

const today = '2022-03-10'
const span = { from: '2022-01', months: 12, today }
const dated = (
  kind: string,
  plan: string | null,
  forecast: string | null = null,
  actual: string | null = null,
) => ({ kind, plan, forecast, actual }) as Charted['milestones'][number]
const project = (given: Partial<Charted> = {}): Charted => ({
  ...{ stage: 'signed', standing: 'ongoing', milestones: [], tasks: new Map() },
  ...given,
})
const task = (text: string, doneOn: string | null = null): Task => ({ text, doneOn, revision: 1 })
const withTask = (month: string, one: Task, given: Partial<Charted> = {}) =>
  project({ ...given, tasks: new Map([[month, one]]) })
/** `2022-01 overdue started+plan slip:started` */
const told = (cells: readonly Cell[]) =>
  cells.map(({ month, state, isLate, task: own, milestones, slips }) =>
    [
      month,
      state ?? '·',
      ...(isLate ? ['late'] : []),
      ...(own ? [own.text] : []),
      ...milestones.map(({ kind, here }) => `${kind}+${here.join('+')}`),
      ...slips.map((kind) => `slip:${kind}`),
    ].join(' '),
  )

describe('a cell of the battle chart', () => {
  test('a task is open in its month and before, black when the month is over, red when done', () => {
    const states = (month: string, doneOn: string | null) =>
      cellOf(withTask(month, task('桩基', doneOn)), month, today)?.state
    assert.deepEqual(
      ['2022-02', '2022-03', '2022-04'].map((month) => states(month, null)),
      ['overdue', 'open', 'open'],
    )
    assert.equal(states('2022-02', '2022-02-28'), 'done')
    // The last day of a month is not over, the first of the next is.
    assert.equal(cellOf(withTask('2022-02', task('桩基')), '2022-02', '2022-02-28')?.state, 'open')
    assert.equal(cellOf(withTask('2022-02', task('桩基')), '2022-02', '2022-03-01')?.state, 'overdue')
  })

  test('done after its month is done, and late', () => {
    assert.deepEqual(told(cellsOf(withTask('2022-01', task('桩基', '2022-02-01')), span)), [
      '2022-01 done late 桩基',
    ])
    assert.deepEqual(told(cellsOf(withTask('2022-01', task('桩基', '2022-01-31')), span)), [
      '2022-01 done 桩基',
    ])
    assert.deepEqual(told(cellsOf(withTask('2022-02', task('桩基', '2022-01-31')), span)), [
      '2022-02 done 桩基',
    ])
  })

  test('a task without milestones and a milestone without task both show', () => {
    const both = withTask('2022-05', task('进场'), { milestones: [dated('started', '2022-06-30')] })
    assert.deepEqual(told(cellsOf(both, span)), ['2022-05 open 进场', '2022-06 open started+plan'])
    assert.deepEqual(cellsOf(project(), span), [])
  })

  test('a forecast later than the plan is hatched from the month after the plan to its own', () => {
    const slipped = project({ milestones: [dated('started', '2022-02-15', '2022-05-20')] })
    assert.deepEqual(told(cellsOf(slipped, span)), [
      '2022-02 overdue started+plan',
      '2022-03 · slip:started',
      '2022-04 · slip:started',
      '2022-05 open started+forecast slip:started',
    ])
    // Sooner, in the same month, or without a plan, nothing slips; nor when it has happened.
    for (const [plan, forecast, actual] of [
      ['2022-06', '2022-05', null],
      ['2022-05-02', '2022-05-31', null],
      [null, '2022-05', null],
      ['2022-02', '2022-05', '2022-03-01'],
    ] as const) {
      const cells = cellsOf(project({ milestones: [dated('started', plan, forecast, actual)] }), span)
      assert.deepEqual(
        cells.flatMap(({ slips }) => slips),
        [],
        `${plan} ${forecast}`,
      )
    }
  })

  test('a slip that begins before the span or ends after it is hatched within it', () => {
    const slipped = project({ milestones: [dated('started', '2021-06', '2023-06')] })
    assert.deepEqual(
      cellsOf(slipped, span).map(({ slips, state }) => [slips, state]),
      monthsOf(span).map(() => [['started'], null]),
    )
  })

  test('a milestone reached late shows where it was planned and where it happened, red in both', () => {
    const reached = project({
      stage: 'started',
      milestones: [dated('started', '2022-01', null, '2022-03-02')],
    })
    assert.deepEqual(told(cellsOf(reached, span)), [
      '2022-01 done late started+plan',
      '2022-03 done started+actual',
    ])
  })

  test('a plan known to the quarter or the year stands in its last month', () => {
    const quarter = project({ milestones: [dated('started', '2022-Q1'), dated('completed', '2022')] })
    assert.deepEqual(told(cellsOf(quarter, span)), [
      '2022-03 open started+plan',
      '2022-12 open completed+plan',
    ])
    assert.equal(cellOf(quarter, '2022-03', '2022-04-01')?.state, 'overdue')
    assert.deepEqual(
      ['2022-Q1', '2022-H1', '2022', '2022-03', '2022-03-T1', '2022-03-05', null].map(isCoarse),
      [true, true, true, false, false, false, false],
    )
  })

  test('one thing undone keeps the red flag away', () => {
    const mixed = (doneOn: string | null, actual: string | null) =>
      cellOf(
        withTask('2022-02', task('桩基', doneOn), {
          milestones: [dated('started', '2022-02', null, actual)],
        }),
        '2022-02',
        today,
      )?.state
    assert.equal(mixed('2022-02-10', null), 'overdue')
    assert.equal(mixed(null, '2022-02-10'), 'overdue')
    assert.equal(mixed('2022-02-10', '2022-02-10'), 'done')
  })

  test('what the stage has passed is done, dated or not; of a project on hold nothing is overdue', () => {
    const passed = project({ stage: 'underConstruction', milestones: [dated('started', '2022-01')] })
    assert.deepEqual(told(cellsOf(passed, span)), ['2022-01 done started+plan'])
    const resting = withTask('2022-01', task('桩基'), {
      standing: 'onHold',
      milestones: [dated('started', '2022-02')],
    })
    assert.deepEqual(told(cellsOf(resting, span)), ['2022-01 rests 桩基', '2022-02 rests started+plan'])
  })

  test('the same records as of another day', () => {
    const both = withTask('2022-02', task('桩基'), { milestones: [dated('started', '2022-04')] })
    const states = (day: string) => cellsOf(both, { ...span, today: day }).map(({ state }) => state)
    assert.deepEqual(states('2022-02-28'), ['open', 'open'])
    assert.deepEqual(states('2022-03-01'), ['overdue', 'open'])
    assert.deepEqual(states('2022-05-01'), ['overdue', 'overdue'])
  })
})

test('whatever was dated: an overdue cell is over and has something undone, and nothing slips out of its span', () => {
  const month = fc.integer({ min: -4, max: 16 }).map((at) => addToMonth('2022-01', at))
  const when = fc.option(month, { nil: null })
  const any = fc.record({
    kind: fc.constantFrom('started', 'completed', 'inProduction'),
    plan: when,
    forecast: when,
    actual: when,
  })
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 3 }),
      when,
      fc.boolean(),
      month,
      (milestones, own, isDone, now) => {
        const seen = `${now}-15`
        const tasks = new Map(own ? [[own, task('做', isDone ? `${own}-01` : null)]] : [])
        const charted = project({ milestones: milestones as Charted['milestones'], tasks })
        const cells = cellsOf(charted, { ...span, today: seen })
        const tally = noTally()
        addTo(tally, cells)
        assert.ok(tally.done + tally.overdue <= tally.tasks && tally.tasks <= span.months)
        for (const cell of cells) {
          const undone =
            cell.milestones.some(({ actual }) => actual === null) || (cell.task && cell.task.doneOn === null)
          assert.equal(cell.state === 'overdue', Boolean(undone) && cell.month < monthOf(seen))
          assert.equal(cell.state === 'done', cell.state !== null && !undone)
          for (const kind of cell.slips) {
            const [one] = milestones.filter(
              (dated) =>
                dated.kind === kind &&
                dated.plan &&
                dated.forecast &&
                !dated.actual &&
                dated.plan < cell.month,
            )
            assert.ok(
              one?.forecast &&
                cell.month <=
                  (milestones
                    .filter((d) => d.kind === kind && !d.actual)
                    .map((d) => d.forecast ?? '')
                    .sort()
                    .at(-1) ?? ''),
            )
          }
        }
      },
    ),
  )
})
