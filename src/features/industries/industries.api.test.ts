import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { Industry, IndustryAnswer } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-industries-')))
after(async () => {
  await app.close()
  await database.close()
})
const zone = await buildZone(database)
const analyst = await signIn(app, zone, 'analyst')

const get = async <T>(path: string, status = 200, who: Caller = analyst): Promise<T> => {
  const response = await who.call('GET', `/api/industries${path}`)
  assert.equal(response.statusCode, status, `${path} ${response.body}`)
  return response.json<T>()
}
const codes = ({ items }: IndustryAnswer) => items.map(({ code }) => code)

test('the tree, from the 门类 down, and which edition it is', async () => {
  const top = await get<IndustryAnswer>('')
  assert.deepEqual([top.edition, top.total, codes(top).join('')], ['2019', 20, 'ABCDEFGHIJKLMNOPQRST'])
  assert.deepEqual(codes(await get('?parent=381')), ['3811', '3812', '3813', '3819'])
  assert.deepEqual(codes(await get('?parent=C38')), ['381', '382', '383', '384', '385', '386', '387', '389'])
  assert.deepEqual(codes(await get('?parent=3812')), [])
  assert.deepEqual(codes(await get('?parent=923')), ['9231', '9232', '9233'])
  assert.deepEqual(codes(await get('?parent=923&edition=2017')), ['9231', '9232'])
  await get('?parent=C999', 404)
  await get('?parent=D38', 404)
  await get('?edition=2011', 400)
})

test('one industry with what is above it; a code that is none is told', async () => {
  const motor = await get<Industry>('/C3812')
  assert.deepEqual(
    [motor.code, motor.letter, motor.name, motor.level, motor.parent, motor.amended, motor.children],
    ['3812', 'C', '电动机制造', 'class', '381', false, 0],
  )
  assert.deepEqual(
    motor.path.map(({ code, name }) => `${code} ${name}`),
    ['C 制造业', '38 电气机械和器材制造业', '381 电机制造'],
  )
  const { message } = await get<{ message: string }>('/9999', 404)
  assert.match(message, /9999/)
})

test('search by code, words and pinyin, as many as asked for, and how many there are', async () => {
  assert.deepEqual(codes(await get('/search?q=c3812')), ['3812'])
  assert.deepEqual(codes(await get(`/search?q=${encodeURIComponent('水果和坚果')}`)), ['1373', '137'])
  assert.ok(codes(await get('/search?q=ddjzz')).includes('3812'))
  const many = await get<IndustryAnswer>('/search?q=3&limit=5')
  assert.deepEqual([many.items.length, many.total], [5, 399])
  assert.equal((await get<IndustryAnswer>('/search?q=%20')).total, 0)
  await get('/search', 400)
})

test('those who see no projects do not ask for industries', async () => {
  for (const role of ['auditor', 'administrator'] as const) await get('', 403, await signIn(app, zone, role))
})

test('an industry is kept by its bare code however it is written; one that is none is kept as it is', async () => {
  const id = await buildProject(database, zone, { name: '微特电机项目', industryCode: 'C38' })
  let held: string | null = 'C38'
  const put = async (to: string | null, kept: string | null) => {
    const edits = [{ projectId: id, field: 'industryCode', from: held, to }]
    const answer = await analyst.call('PATCH', '/api/ledger', { edits })
    const { applied, failures } = answer.json<{ applied: number; failures: unknown[] }>()
    assert.deepEqual([applied, failures], [1, []], answer.body)
    const { row } = (await analyst.call('GET', `/api/projects/${id}`)).json<{ row: Record<string, string> }>()
    assert.equal(row['industryCode'] ?? null, kept)
    held = kept
  }
  await put('c3813', '3813')
  await put('1373 水果和坚果加工', '1373')
  await put('汽车制造业', '36')
  await put('9999', '9999')
  await put('1372 水果和坚果加工', '1372 水果和坚果加工')
  await put(null, null)
  const made = await analyst.call('POST', '/api/projects', {
    values: { name: '新项目', industryCode: 'C3812' },
  })
  assert.equal(made.json<{ row: Record<string, string> }>().row['industryCode'], '3812')
})
