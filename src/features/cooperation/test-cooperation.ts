import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import { shanghaiDay } from '../../shared/days.ts'
import type {
  Agreement,
  AgreementList,
  FirstContactList,
  ProjectCooperation,
  Registered,
} from './contract.ts'

export const today = shanghaiDay(Date.now())

type Answer = ReturnType<Caller['call']>
export async function told<T>(answer: Answer, status = 200): Promise<T> {
  const { statusCode, body } = await answer
  assert.equal(statusCode, status, body)
  return (body === '' ? undefined : JSON.parse(body)) as T
}
export async function refused(answer: Answer, status: number, message: RegExp) {
  const { statusCode, body } = await answer
  assert.equal(statusCode, status, body)
  assert.match(JSON.parse(body).message, message)
}

export const cooperationOf = (who: Caller, projectId: string, query = '') =>
  told<ProjectCooperation>(who.call('GET', `/api/projects/${projectId}/cooperation${query}`))
export const register = (who: Caller, unitId: string, given: object) =>
  who.call('POST', '/api/first-contacts', { unitId, contactOn: today, note: '电话联系', ...given })
export const registered = (who: Caller, unitId: string, given: object) =>
  told<Registered>(register(who, unitId, given), 201)
export const registrations = (who: Caller, show: 'disputed' | 'own') =>
  told<FirstContactList>(who.call('GET', `/api/first-contacts?show=${show}`))

export const halves = (a: string, b: string) => [
  { unitId: a, percent: '60' },
  { unitId: b, percent: '40' },
]
export const propose = (who: Caller, projectId: string, given: object) =>
  who.call('POST', `/api/projects/${projectId}/agreements`, { reason: '用地指标不足', ...given })
export async function proposed(who: Caller, projectId: string, given: object): Promise<Agreement> {
  const { agreements } = await told<ProjectCooperation>(propose(who, projectId, given), 201)
  const newest = agreements[0]
  assert.ok(newest)
  return newest
}
export const agree = (who: Caller, id: string, unitId: string | null, more: object = {}) =>
  who.call('POST', `/api/agreements/${id}/agree`, { unitId, ...more })
export const refuse = (who: Caller, id: string, unitId: string | null, note = '没有空间') =>
  who.call('POST', `/api/agreements/${id}/refuse`, { unitId, note })
export const listed = (who: Caller, query: string) =>
  told<AgreementList>(who.call('GET', `/api/agreements?${query}`))
