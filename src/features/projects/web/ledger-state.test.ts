import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Condition, operators } from '../contract.ts'
import { fields } from '../fields.ts'
import { conditionsText, parseConditions } from './conditions-text.ts'
import { askOf, movesGroups, sortWithGroup } from './ledger-query.ts'
import {
  addressFrom,
  addressOf,
  definitionOf,
  isModified,
  type LedgerState,
  ledgerLink,
  parseColumns,
  stateOfAddress,
  stateOfView,
  usualColumns,
  usualState,
} from './ledger-state.ts'

const key = fc.constantFrom(...fields.map((field) => field.key)) as fc.Arbitrary<Condition['field']>
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    key,
    fc.constantFrom(...operators),
    fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
  )
  .map(([field, op, values]) => {
    if (op === 'blank' || op === 'filled') return { field, op }
    return { field, op, value: op === 'is' || op === 'isNot' ? values : values.join('') }
  })
const state: fc.Arbitrary<LedgerState> = fc.record(
  {
    q: fc.string({ unit: 'grapheme' }).map((q) => q.trim()),
    where: fc.array(condition, { maxLength: 5 }),
    sort: fc.uniqueArray(fc.record({ field: key, descending: fc.boolean() }, { noNullPrototype: true }), {
      selector: (part) => part.field,
      maxLength: 3,
    }),
    group: fc.option(key),
    columns: fc.uniqueArray(
      fc.record(
        { key, width: fc.integer({ min: 40, max: 1200 }), frozen: fc.boolean() },
        { noNullPrototype: true },
      ),
      {
        selector: (column) => column.key,
        minLength: 1,
        maxLength: 10,
      },
    ),
    compact: fc.boolean(),
    within: fc.constantFrom(null, '120.27,30.18;120.28,30.18;120.28,30.19'),
  },
  { noNullPrototype: true },
)

test('conditions read back from their address text, whatever marks the values hold', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 6 }), (where) => {
      assert.deepEqual(parseConditions(conditionsText(where)), where)
    }),
  )
})

test('a state goes into the address and comes back, over any base', () => {
  fc.assert(
    fc.property(state, state, (now, base) => {
      const search = new URLSearchParams(addressOf(now, 'v1', base) as Record<string, string>)
      assert.deepEqual(stateOfAddress(addressFrom(Object.fromEntries(search)), base), now)
    }),
  )
})

test('a state kept as a view comes back whole, but for what was drawn around on the map', () => {
  fc.assert(
    fc.property(state, (now) => assert.deepEqual(stateOfView(definitionOf(now)), { ...now, within: null })),
  )
})

test('the usual ledger leaves the address empty, and an untouched view is not modified', () => {
  assert.deepEqual(addressOf(usualState), {})
  assert.equal(isModified(addressOf(usualState, 'v1')), false)
  assert.equal(isModified(addressOf({ ...usualState, q: '传化' }, 'v1')), true)
})

test('clearing what a view filters stays in the address', () => {
  const base = { ...usualState, where: parseConditions('stage:is:signed'), group: 'corps' }
  const address = addressOf({ ...base, where: [], group: null }, 'v1', base)
  assert.deepEqual(address, { view: 'v1', where: 'none', group: 'none' })
  assert.deepEqual(stateOfAddress(address, base), { ...base, where: [], group: null })
})

test('an address written by hand or by a stranger never breaks the page', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('q', 'where', 'sort', 'group', 'columns', 'rows'), fc.anything()),
      (search) => {
        const read = stateOfAddress(addressFrom(search))
        assert.ok(read.columns.length > 0)
      },
    ),
  )
  assert.deepEqual(parseConditions('nonsense:is:a;stage:likes:b;stage:is:signed'), [
    { field: 'stage', op: 'is', value: ['signed'] },
  ])
  assert.deepEqual(parseColumns('name:9999!,name,<b>,code:50'), [
    { key: 'name', width: 1200, frozen: true },
    { key: 'code', width: 50, frozen: false },
  ])
})

test('a link into the ledger says only its conditions', () => {
  assert.equal(
    ledgerLink({ where: parseConditions('stage:is:signed,landed') }),
    '/ledger?where=stage%3Ais%3Asigned%2Clanded',
  )
  assert.equal(ledgerLink({}), '/ledger')
})

test('rows of one group stand together: the group leads the sort, in its own direction', () => {
  const sort = [
    { field: 'name', descending: false },
    { field: 'corps', descending: true },
  ]
  assert.equal(sortWithGroup({ sort, group: 'corps' }), '-corps,name')
  assert.equal(sortWithGroup({ sort, group: 'stage' }), 'stage,name,-corps')
  assert.deepEqual(askOf({ ...usualState, q: '  ' }), {})
})

test('a grouped list is asked anew when an edit may move rows between its groups or out of it', () => {
  const grouped = askOf({ ...usualState, group: 'corps', where: parseConditions('stage:is:signed') })
  assert.equal(movesGroups(grouped, new Set(['corps'])), true)
  assert.equal(movesGroups(grouped, new Set(['stage'])), true)
  assert.equal(movesGroups(grouped, new Set(['note'])), false)
  assert.equal(movesGroups({ ...grouped, q: '传化' }, new Set(['note'])), true)
  assert.equal(
    movesGroups(
      askOf({ ...usualState, where: grouped.where ? parseConditions(grouped.where) : [] }),
      new Set(['stage']),
    ),
    false,
  )
})

test('the amount, the corps and the stage are seen at 1440 without scrolling, and no usual column is lost', () => {
  const besideTheMenu = 1440 - 160
  for (const wanted of ['name', 'totalInvestment', 'corps', 'stage']) {
    const at = usualColumns.findIndex((column) => column.key === wanted)
    const end = usualColumns.slice(0, at + 1).reduce((sum, { width }) => sum + width, 0)
    assert.ok(at >= 0 && end < besideTheMenu, wanted)
  }
  assert.equal(new Set(usualColumns.map(({ key }) => key)).size, fields.filter(({ usual }) => usual).length)
})

test('what was drawn around on the map is asked for, kept in the address, and in no saved view', () => {
  const within = '120.27,30.18;120.28,30.18;120.28,30.19'
  const state = stateOfAddress({ within })
  assert.equal(state.within, within)
  assert.equal(askOf(state).within, within)
  assert.deepEqual(addressOf(state), { within })
  assert.equal(isModified({ view: 'v', within }), false)
  assert.equal('within' in definitionOf(state), false)
  assert.equal('within' in askOf(usualState), false)
})
