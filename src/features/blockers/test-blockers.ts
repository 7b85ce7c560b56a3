import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import type { Blocker, BlockerInput, BlockerList, ProjectBlockers } from './contract.ts'

export async function ok<T = ProjectBlockers>(
  response: ReturnType<Caller['call']>,
  status = 200,
): Promise<T> {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  return JSON.parse(body) as T
}

export async function refused(response: ReturnType<Caller['call']>, status: number, message?: RegExp) {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  if (message) assert.match(JSON.parse(body).message, message)
}

export const landMissing: BlockerInput = { title: '用地指标没有落实', kind: 'land' }

/** Raises one and answers with it. */
export async function raise(
  who: Caller,
  projectId: string,
  given: Partial<BlockerInput> = {},
): Promise<Blocker> {
  const input = { ...landMissing, ...given }
  const { items } = await ok(who.call('POST', `/api/projects/${projectId}/blockers`, input), 201)
  const raised = items.find(({ title, state }) => title === input.title.trim() && state === 'open')
  assert.ok(raised)
  return raised
}

export const step = (
  who: Caller,
  { id, revision }: Pick<Blocker, 'id' | 'revision'>,
  act: string,
  text = '因为',
  more: object = {},
) => who.call('POST', `/api/blockers/${id}/steps`, { revision, act, text, ...more })

/** Takes a step that is allowed and answers with the blocker after it. */
export async function take(
  who: Caller,
  blocker: Pick<Blocker, 'id' | 'revision'>,
  act: string,
  text?: string,
  more?: object,
): Promise<Blocker> {
  const { items } = await ok(step(who, blocker, act, text, more), 201)
  const now = items.find(({ id }) => id === blocker.id)
  assert.ok(now)
  return now
}

export const list = (who: Caller, query = '') => ok<BlockerList>(who.call('GET', `/api/blockers${query}`))
export const ofProject = (who: Caller, projectId: string, query = '') =>
  ok(who.call('GET', `/api/projects/${projectId}/blockers${query}`))
