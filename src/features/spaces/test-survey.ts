import assert from 'node:assert/strict'
import iconv from 'iconv-lite'
import type { Caller } from '../../../test/factories.ts'
import type { App } from '../../server/http.ts'
import { form, paperForm } from '../evidence/test-papers.ts'
import type { ParcelImport, ParcelImportRow } from './import-contract.ts'

/** A surveyor’s steps through an import of parcels, over HTTP, for tests. */
export function surveyorOf(app: App, who: Caller) {
  const surveyor = {
    send: (name: string, bytes: Buffer) =>
      app.inject({
        method: 'POST',
        url: '/api/parcel-imports',
        headers: { cookie: who.cookie, ...form },
        payload: paperForm({}, name, bytes),
      }),
    async upload(name: string, bytes: Buffer): Promise<ParcelImport> {
      const response = await surveyor.send(name, bytes)
      assert.equal(response.statusCode, 201, response.body)
      return response.json()
    },
    async rows(one: { id: string }, query = ''): Promise<ParcelImportRow[]> {
      return (await who.call('GET', `/api/parcel-imports/${one.id}/rows?limit=500${query}`)).json().items
    },
    async read(one: ParcelImport, patch: object): Promise<ParcelImport> {
      const response = await who.call('PATCH', `/api/parcel-imports/${one.id}`, {
        revision: one.revision,
        ...patch,
      })
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    async decide(one: { id: string }, patch: object): Promise<ParcelImport> {
      const response = await who.call('PATCH', `/api/parcel-imports/${one.id}/rows`, patch)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    apply: (one: ParcelImport) =>
      who.call('POST', `/api/parcel-imports/${one.id}/apply`, { revision: one.revision }),
    /** Uploads and applies as it is; fails where anything is asked. */
    async bring(name: string, bytes: Buffer): Promise<ParcelImport> {
      const response = await surveyor.apply(await surveyor.upload(name, bytes))
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    undo: (one: { id: string }) => who.call('POST', `/api/parcel-imports/${one.id}/undo`),
  }
  return surveyor
}

type Line = { number: string; area?: string; name?: string; ring: readonly (readonly [number, number])[] }

/** A coordinate TXT as surveys hand it over: X north, Y east, in GBK. */
export const surveyTxt = (lines: readonly Line[], { zone = '40', encoding = 'gbk', swapped = false } = {}) =>
  iconv.encode(
    [
      '[属性描述]',
      '格式版本号=1.01',
      '数据产生单位=杭州市规划和自然资源局萧山分局',
      '数据产生日期=2025-06-15',
      '坐标系=2000国家大地坐标系',
      '几度分带=3',
      '投影类型=高斯克吕格',
      '计量单位=米',
      `带号=${zone}`,
      '精度=0.001',
      '转换参数=,,,,,,',
      '[地块坐标]',
      ...lines.flatMap(({ number, area = '0.9407', name = '示例地块', ring }) => [
        `${ring.length},${area},${number},${name},面,,工业用地,0601,@`,
        ...ring.map(([north, east], at) => {
          const pair = swapped ? [east, north] : [north, east]
          return `J${at === ring.length - 1 ? 1 : at + 1},1,${pair.map((value) => value.toFixed(3)).join(',')}`
        }),
      ]),
      '',
    ].join('\r\n'),
    encoding,
  )

/** Golden vector 8, moved. */
export const rectangle = (up = 0, right = 0, high = 94.07, wide = 100) =>
  [
    [3340600 + up, 40526000 + right],
    [3340600 + up + high, 40526000 + right],
    [3340600 + up + high, 40526000 + right + wide],
    [3340600 + up, 40526000 + right + wide],
    [3340600 + up, 40526000 + right],
  ] as [number, number][]
