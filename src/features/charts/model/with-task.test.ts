import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addToMonth } from '../../../shared/days.ts'
import { type Charted, cellsOf } from './cell.ts'
import { withTask } from './with-task.ts'

const span = { from: '2022-01', months: 6, today: '2022-03-10' }

test('a task written into a cell gives the cells that the server will answer', () => {
  const month = fc.integer({ min: -2, max: 8 }).map((at) => addToMonth('2022-01', at))
  const when = fc.option(month, { nil: null })
  const inside = fc.integer({ min: 0, max: 5 }).map((at) => addToMonth('2022-01', at))
  const task = fc.option(
    fc.record({
      text: fc.constant('做'),
      doneOn: fc.option(fc.constant('2022-03-09'), { nil: null }),
      revision: fc.constant(2),
    }),
    { nil: null },
  )
  const milestones = fc.array(
    fc.record({ kind: fc.constantFrom('started', 'completed'), plan: when, forecast: when, actual: when }),
    { maxLength: 2 },
  )
  fc.assert(
    fc.property(milestones, inside, task, task, (dated, at, before, after) => {
      const project = (own: typeof before): Charted => ({
        ...{ stage: 'signed', standing: 'ongoing', milestones: dated as Charted['milestones'] },
        tasks: new Map(own ? [[at, own]] : []),
      })
      const row = { ...project(before), cells: cellsOf(project(before), span) }
      assert.deepEqual(withTask(row, at, after, span.today), cellsOf(project(after), span))
    }),
  )
})
