import assert from 'node:assert/strict'
import { buildProject, buildZone, signIn } from '../../../test/factories.ts'
import type { Database } from '../../server/database/connect.ts'
import type { App } from '../../server/http.ts'
import { clerkOf } from '../evidence/test-papers.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { CheckedRule, Preconditions, RuleSets } from './contract.ts'

export const number = '萧政工出〔2022〕9号'

/** A zone with a parcel and a project that names it, for tests. */
export async function buildConditions(database: Database, app: App, values: Record<string, string> = {}) {
  const zone = await buildZone(database)
  const as = async (login: string) => {
    const caller = await signIn(app, zone, login)
    const ask = async <T>(
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      path: string,
      body?: object,
    ) => {
      const response = await caller.call(method, path, body)
      return { status: response.statusCode, ...(response.json() as T) }
    }
    return { ...clerkOf(app, caller), ...caller, ask }
  }
  const parcelId = await buildParcel(database, zone, { number })
  const projectId = await buildProject(database, zone, {
    name: '传化有机硅',
    stage: 'landed',
    parcelNo: number,
    ...values,
  })
  const [analyst, officer, director] = [await as('analyst'), await as('officer'), await as('director')]
  const check = async () => {
    const answer = await officer.ask<Preconditions>('GET', `/api/projects/${projectId}/preconditions`)
    assert.equal(answer.status, 200, JSON.stringify(answer))
    return answer
  }
  const addSet = async (rules: object[], more: object = {}) => {
    const set = {
      name: '标准地条件',
      everywhere: false,
      rules,
      source: '出让公告',
      parcelIds: [parcelId],
      ...more,
    }
    return analyst.ask<RuleSets & { id: string; message?: string }>('POST', '/api/rule-sets', set)
  }
  return { zone, as, analyst, officer, director, parcelId, projectId, check, addSet }
}

export const rule = (indicator: string, value: string, unit: string, more: object = {}) => ({
  kind: 'indicator',
  checkStage: 'fullCapacity',
  source: '出让公告第 3 条',
  indicator,
  operator: 'atLeast',
  value,
  unit,
  ...more,
})
export const told = (rows: CheckedRule[]) =>
  rows.map((row) => [
    row.rule.kind === 'indicator' ? row.rule.indicator : row.rule.kind,
    row.verdict,
    row.offered,
    row.margin,
  ])
