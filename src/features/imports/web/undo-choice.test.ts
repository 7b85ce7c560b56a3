import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Edited, editedKey, outcomeOf, undoInputOf } from './undo-choice.ts'

const edited = (projectId: string, field: string, period: string | null = null): Edited => ({
  projectId,
  field,
  period,
  projectName: '甲',
  added: projectId === 'added',
  others: false,
  before: null,
  imported: '1',
  now: '2',
  changedBy: '张三',
  changedAt: '2022-03-01T00:00:00Z',
})

test('all at once needs no exceptions', () => {
  assert.deepEqual(undoInputOf('keep', [edited('a', 'name')], new Set()), { keepEdited: true })
  assert.deepEqual(undoInputOf('revert', [edited('a', 'name')], new Set()), { keepEdited: false })
})

test('one by one, what is put back is the exception', () => {
  const [march, april, name] = [
    edited('a', 'problem', '2022-03'),
    edited('a', 'problem', '2022-04'),
    edited('a', 'name'),
  ]
  assert.deepEqual(undoInputOf('each', [march, april, name], new Set([editedKey(april), editedKey(name)])), {
    keepEdited: true,
    except: [
      { projectId: 'a', field: 'problem', period: '2022-04' },
      { projectId: 'a', field: 'name', period: null },
    ],
  })
})

test('what is said before follows the choice: a new project with a kept edit stays whole', () => {
  const list = [edited('added', 'name'), edited('added', 'problem'), edited('a', 'name')]
  const preview = { removes: 39, reverts: 2, edited: list }
  assert.deepEqual(outcomeOf(preview, 'keep', new Set()), {
    removes: 39,
    reverts: 2,
    keptProjects: 1,
    keptValues: 1,
  })
  assert.deepEqual(outcomeOf(preview, 'revert', new Set()), {
    removes: 40,
    reverts: 3,
    keptProjects: 0,
    keptValues: 0,
  })
  const one = new Set([editedKey(list[0] as Edited)])
  assert.equal(outcomeOf(preview, 'each', one).keptProjects, 1)
  assert.equal(outcomeOf(preview, 'each', one.add(editedKey(list[1] as Edited))).removes, 40)
})
