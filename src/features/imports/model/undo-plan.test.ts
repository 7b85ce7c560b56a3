import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FieldFact, isEdited, planUndo, previewUndo } from './undo-plan.ts'

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })
const facts = fc
  .array(
    fc.record({
      projectId: fc.constantFrom('added', 'changed'),
      field: fc.constantFrom('name', 'problem', 'stage'),
      period: fc.constantFrom(null, '2022-02'),
      before: value,
      imported: value,
      now: value,
      row: fc.constant('r'),
    }),
    { maxLength: 10 },
  )
  .map((list): FieldFact[] => [
    ...new Map(list.map((one) => [`${one.projectId} ${one.field} ${one.period}`, one])).values(),
  ])
const projects = [
  { id: 'added', added: true },
  { id: 'changed', added: false },
]
const byId = new Map(projects.map((project) => [project.id, project]))
const edited = (fact: FieldFact) => isEdited(fact, byId.get(fact.projectId) ?? assert.fail())

test('putting back writes every field that is not as before, keeping writes none that was edited', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const set = (keepEdited: boolean) =>
        planUndo(projects, list, { keepEdited }).writes.flatMap((write) =>
          Object.entries(write.set).map(([field, to]) => [write.period, field, to]),
        )
      const own = list.filter((fact) => fact.projectId === 'changed' && fact.now !== fact.before)
      const entry = ({ period, field, before }: FieldFact) => [period, field, before]
      assert.deepEqual(set(false).sort(), own.map(entry).sort())
      assert.deepEqual(
        set(true).sort(),
        own
          .filter((fact) => !edited(fact))
          .map(entry)
          .sort(),
      )
    }),
  )
})

test('an added project goes unless an edit of it is kept', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const touched = list.some((fact) => fact.projectId === 'added' && edited(fact))
      assert.deepEqual(planUndo(projects, list, { keepEdited: true }).removes, touched ? [] : ['added'])
      assert.deepEqual(planUndo(projects, list, { keepEdited: false }).removes, ['added'])
      assert.equal(previewUndo(projects, list).removes, touched ? 0 : 1)
    }),
  )
})

test('to except every edit from keeping is to put all back, and the other way round', () => {
  fc.assert(
    fc.property(facts, fc.boolean(), (list, keepEdited) => {
      const except = list.filter(edited).map(({ projectId, field, period }) => ({ projectId, field, period }))
      assert.deepEqual(
        planUndo(projects, list, { keepEdited, except }),
        planUndo(projects, list, { keepEdited: !keepEdited }),
      )
    }),
  )
})
