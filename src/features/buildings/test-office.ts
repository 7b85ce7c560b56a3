import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import type { App } from '../../server/http.ts'
import { form, paperForm } from '../evidence/test-papers.ts'
import type { BuildingDetail, BuildingList, LeaseInput, RoomList } from './contract.ts'
import type { BuildingImport, BuildingImportRow, ReadingPatch } from './import-contract.ts'

type Cell = string | number | null
export const header = '楼宇,楼层,房号,建筑面积（㎡）,状态,承租企业,起租日,到期日,租金（元/㎡·月）'

/** Lines of a property office as a CSV that it could have saved. */
export const csv = (lines: readonly Cell[][], head = header) =>
  Buffer.from(
    `\ufeff${[head, ...lines.map((line) => line.map((cell) => cell ?? '').join(','))].join('\r\n')}\r\n`,
  )

/** A property office at work, over HTTP, for tests. */
export function officeOf(app: App, who: Caller) {
  const office = {
    send: (name: string, bytes: Buffer) =>
      app.inject({
        method: 'POST',
        url: '/api/building-imports',
        headers: { cookie: who.cookie, ...form },
        payload: paperForm({}, name, bytes),
      }),
    async upload(bytes: Buffer, name = '楼宇.csv'): Promise<BuildingImport> {
      const response = await office.send(name, bytes)
      assert.equal(response.statusCode, 201, response.body)
      return response.json()
    },
    async check(one: BuildingImport, patch: Omit<ReadingPatch, 'revision'> = {}): Promise<BuildingImport> {
      const { revision } = one
      const response = await who.call('PATCH', `/api/building-imports/${one.id}`, { revision, ...patch })
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    apply: ({ id, revision }: BuildingImport) =>
      who.call('POST', `/api/building-imports/${id}/apply`, { revision }),
    async bring(bytes: Buffer, name?: string): Promise<BuildingImport> {
      const one = await office.upload(bytes, name)
      const response = await office.apply(one)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    undo: ({ id }: BuildingImport) => who.call('POST', `/api/building-imports/${id}/undo`),
    async rows({ id }: BuildingImport): Promise<BuildingImportRow[]> {
      return (await who.call('GET', `/api/building-imports/${id}/rows?limit=500`)).json().items
    },
    async buildings(query = ''): Promise<BuildingList> {
      const response = await who.call('GET', `/api/buildings?${query}`)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    async rooms(query = ''): Promise<RoomList> {
      const response = await who.call('GET', `/api/rooms?limit=500&${query}`)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    async building(name: string, query = ''): Promise<BuildingDetail> {
      const list = await office.buildings(`q=${encodeURIComponent(name)}`)
      const response = await who.call('GET', `/api/buildings/${list.items[0]?.id}?${query}`)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    lease: (input: LeaseInput) => who.call('POST', '/api/leases', input),
  }
  return office
}

export const codesOf = ({ findings }: Pick<BuildingImportRow, 'findings'>) => findings.map(({ code }) => code)
