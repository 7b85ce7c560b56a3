import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Act, changesOf, type Held } from './parcel-changes.ts'

const held: Held = {
  number: '1',
  name: null,
  status: 'reserve',
  landUse: null,
  landClass: null,
  areaM2: '9407',
  territory: null,
  note: null,
  shape: 'a',
  endedOn: null,
}
const act = (at: string, change: Partial<Held>, operation: Act['operation'] = 'update'): Act => ({
  at,
  by: '孔见微',
  operation,
  fileName: null,
  held: { ...held, ...change },
})

test('the newest act stands first, with what it changed of the one before; a shape is only told to be another', () => {
  const [last, middle, first] = changesOf([
    act('2022-01-01T00:00:00Z', {}, 'insert'),
    act('2022-02-01T00:00:00Z', { status: 'listed' }),
    act('2022-03-01T00:00:00Z', { status: 'listed', areaM2: '9500', shape: 'b' }),
  ])
  assert.deepEqual(last?.changes, [
    { field: 'areaM2', from: '9407', to: '9500' },
    { field: 'shape', from: null, to: null },
  ])
  assert.deepEqual(middle?.changes, [{ field: 'status', from: 'reserve', to: 'listed' }])
  assert.deepEqual(
    first?.changes.map(({ field, to }) => [field, to]),
    [
      ['number', '1'],
      ['status', 'reserve'],
      ['areaM2', '9407'],
      ['shape', null],
    ],
  )
})

test('an act that changed nothing of these says so', () => {
  assert.deepEqual(
    changesOf([act('2022-01-01T00:00:00Z', {}), act('2022-02-01T00:00:00Z', {})])[0]?.changes,
    [],
  )
})
