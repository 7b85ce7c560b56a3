import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lifeOrder, milestoneKinds } from '../stages.ts'
import { nextMilestone, railOf } from './next-milestone.ts'

const today = '2022-03-01'
const project = { id: 'p', period: null, abilities: [], stage: 'signed', standing: 'ongoing' }

test('the life of a project names every kind of event once', () => {
  assert.deepEqual([...lifeOrder].sort(), [...milestoneKinds].sort())
})

test('the next milestone is the first dated one after the stage reached; a forecast outdoes the plan', () => {
  const row = {
    ...project,
    'lead.plan': '2021-01-01',
    'started.plan': '2022-03-31',
    'started.forecast': '2022-05-10',
    'completed.plan': '2023-06',
  }
  assert.deepEqual(nextMilestone(row, today), { kind: 'started', when: '2022-05-10', days: 70 })
})

test('what has happened is not next, and a past day counts backwards', () => {
  const row = {
    ...project,
    'landAwarded.plan': '2022-01-31',
    'landAwarded.actual': '2022-02-10',
    'started.plan': '2022-02',
  }
  assert.deepEqual(nextMilestone(row, today), { kind: 'started', when: '2022-02', days: -1 })
})

test('without any date the next stage is named; at the end there is none', () => {
  assert.deepEqual(nextMilestone(project, today), { kind: 'landed', when: null, days: null })
  assert.equal(nextMilestone({ ...project, stage: 'contractReview' }, today), undefined)
})

test('the rail marks what is passed, where the project stands and what is late', () => {
  const stops = railOf(
    { ...project, 'signed.actual': '2021-12-20', 'landed.plan': '2022-02-15', 'started.plan': '2022-06' },
    today,
  )
  const of = (stage: string) => stops.find((stop) => stop.stage === stage)
  assert.equal(stops.length, 14)
  assert.equal(of('lead')?.state, 'passed')
  assert.deepEqual(of('signed'), { stage: 'signed', state: 'current', when: '2021-12-20', isActual: true })
  assert.equal(of('landed')?.state, 'late')
  assert.deepEqual(of('started'), { stage: 'started', state: 'ahead', when: '2022-06', isActual: false })
})

test('a project on hold is not late', () => {
  const stops = railOf({ ...project, standing: 'onHold', 'landed.plan': '2022-02-15' }, today)
  assert.equal(
    stops.some((stop) => stop.state === 'late'),
    false,
  )
})
