import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import type { BattleChart, ChartRow, MonthTask, TaskAnswer } from './contract.ts'
import type { Support, SupportChart } from './support-contract.ts'

export async function ok<T>(response: ReturnType<Caller['call']>, status = 200): Promise<T> {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  return JSON.parse(body) as T
}

export async function refused(response: ReturnType<Caller['call']>, status: number, message?: RegExp) {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  const told = JSON.parse(body) as { message: string; details?: { task: MonthTask | null } }
  if (message) assert.match(told.message, message)
  return told
}

export const battle = (who: Caller, query = '') =>
  ok<BattleChart>(who.call('GET', `/api/battle-chart?${query}`))
export const supportChart = (who: Caller, query = '') =>
  ok<SupportChart>(who.call('GET', `/api/support-chart?${query}`))

type Given = { text?: string; doneOn?: string | null; revision?: number | null }
export const send = (who: Caller, projectId: string, month: string, given: Given) =>
  who.call('PUT', `/api/projects/${projectId}/tasks/${month}`, { text: '', revision: null, ...given })
export const put = async (who: Caller, projectId: string, month: string, given: Given) =>
  (await ok<TaskAnswer>(send(who, projectId, month, given))).task

export const ask = (who: Caller, projectId: string, given: object = {}) =>
  ok<Support>(
    who.call('POST', `/api/projects/${projectId}/supports`, {
      ...{ kind: 'land', what: '用地指标 30 亩', ofWhom: '市资规局', dueOn: '2022-03-31' },
      ...given,
    }),
    201,
  )

/** `2022-03 open 桩基 started` */
export const told = (row: ChartRow | undefined) =>
  (row?.cells ?? []).map(({ month, state, task, milestones, slips }) =>
    [
      ...[month, state ?? '·', ...(task ? [task.text] : []), ...milestones.map(({ kind }) => kind)],
      ...slips.map((kind) => `slip:${kind}`),
    ].join(' '),
  )
