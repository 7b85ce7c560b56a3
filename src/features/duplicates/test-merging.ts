import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import type { Comparison, Duplicate, Merge } from './contract.ts'

/** `totalInvestment`, or `problem@2022-02` for a field of a month. */
export const placesOf = (...names: string[]) =>
  names.map((name) => {
    const [field = '', period = null] = name.split('@')
    return { field, period }
  })

export async function readQueue(who: Caller, query = ''): Promise<{ items: Duplicate[]; total: number }> {
  const response = await who.call('GET', `/api/duplicates${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}

/** Compares and merges, as a person would. */
export async function mergeOf(
  who: Caller,
  keptId: string,
  lostId: string,
  takeLost: { field: string; period: string | null }[] = [],
) {
  const seen = await who.call('GET', `/api/duplicates/${keptId}/${lostId}`)
  assert.equal(seen.statusCode, 200, seen.body)
  const pair = seen.json<Comparison>()
  const side = (id: string) => (pair.first.id === id ? pair.first : pair.second)
  const response = await who.call('POST', '/api/merges', {
    keptId,
    lostId,
    keptRevision: side(keptId).revision,
    lostRevision: side(lostId).revision,
    takeLost,
  })
  assert.equal(response.statusCode, 201, response.body)
  return { status: response.statusCode, body: response.body, merge: response.json<Merge>(), pair }
}
