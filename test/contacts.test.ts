import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { fromBufferPromise } from 'yauzl'
import type { Comparison } from '../src/features/duplicates/contract.ts'
import { officeOf, workbookOf } from '../src/features/imports/test-office.ts'
import { shanghaiDay } from '../src/shared/days.ts'
import { openTestDatabase } from './database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from './factories.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-contacts-')))
after(async () => {
  await app.close()
  await database.close()
})

const logins = [
  ...['director', 'analyst', 'administrator', 'security', 'auditor'],
  ...['commander', 'officer', 'promoter', 'commander2'],
]
/** Everybody who may be called, now or before; nobody may read any of it but by asking for it. */
const secrets = {
  names: ['欧阳甲乙', '司马丙丁', '诸葛戊己', '上官庚辛'],
  phones: ['13858123456', '13758223456', '15958323456', '18858423456'],
}

const inTheFile = [...secrets.names.slice(2), ...secrets.phones.slice(2)]

/** A project whose contact was written, edited, imported over, merged and taken back: each way leaves its trace. */
async function busyWorld() {
  const zone = await buildZone(database)
  const long = new Date(Date.now() - 3 * 86_400_000)
  const [name, phone] = [secrets.names, secrets.phones]
  const contact = (n: number) => ({ contactName: name[n] ?? '', contactPhone: phone[n] ?? '' })
  const seed = (values: Record<string, string>) => buildProject(database, zone, values, '2022-02', long)
  const projectId = await seed({ name: '莱和生物项目', stage: 'signed', ...contact(0) })
  const lostId = await seed({ name: '莱和生物项目（二期）', stage: 'signed', ...contact(3) })
  const analyst = await signIn(app, zone, 'analyst')
  const office = officeOf(app, analyst)
  await office.edit(projectId, 'contactPhone', '138****3456', phone[1] ?? '')
  await office.edit(projectId, 'contactName', '欧**', name[1] ?? '')
  const header = ['项目名称', '联系人', '联系电话']
  const rows = [['莱和生物项目', name[2] ?? '', phone[2] ?? '']]
  const undone = await office.bring('一.xlsx', await workbookOf(header, rows))
  assert.equal(undone.counts?.changed, 1)
  assert.equal((await office.undo(undone)).statusCode, 200)
  const applied = await office.bring('二.xlsx', await workbookOf(header, rows))
  await office.edit(projectId, 'contactPhone', '159****3456', phone[0] ?? '')
  // Another's open import: a cell that cannot be read, and one to be written.
  const director = await signIn(app, zone, 'director')
  const other = officeOf(app, director)
  const asked = [...rows, ['新项目', `${name[3]} 房间2`, `${phone[3]}`]]
  const open = await other.check(await other.upload('三.xlsx', await workbookOf(header, asked)))
  const twins = [await seed({ name: '双生甲', ...contact(0) }), await seed({ name: '双生乙', ...contact(1) })]
  const merge = await mergeTwins(analyst, twins)
  await office.edit(twins[0] ?? '', 'contactPhone', '137****3456', phone[2] ?? '')
  const ids = [projectId, lostId, undone.id, applied.id, open.id, merge]
  return { zone, auditor: await signIn(app, zone, 'auditor'), ids, lostId, openId: open.id }
}

async function mergeTwins(analyst: Caller, [keptId, lostId]: string[]): Promise<string> {
  const pair = (await analyst.call('GET', `/api/duplicates/${keptId}/${lostId}`)).json<Comparison>()
  const takeLost = pair.facts
    .filter(({ field }) => field.startsWith('contact'))
    .map(({ field, period }) => ({ field, period }))
  assert.equal(takeLost.length, 2)
  const revisions = { keptRevision: pair.first.revision, lostRevision: pair.second.revision }
  const merged = await analyst.call('POST', '/api/merges', { keptId, lostId, ...revisions, takeLost })
  assert.equal(merged.statusCode, 201, merged.body)
  return merged.json<{ id: string }>().id
}

async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const parts: string[] = []
  for await (const entry of zip.eachEntry())
    parts.push(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString())
  return parts.join('\n')
}

function assertSecret(text: string, where: string, known: readonly string[] = []) {
  const all = [...secrets.names, ...secrets.phones].filter((secret) => !known.includes(secret))
  const told = all.find((secret) => text.includes(secret))
  assert.equal(told, undefined, `${where} tells ${told}`)
}

test('no address that reads tells anybody whom to call', async () => {
  const { zone, auditor, ids, lostId, openId } = await busyWorld()
  const positions = (await auditor.call('GET', '/api/audit?limit=200'))
    .json<{ items: { position: number }[] }>()
    .items.map(({ position }) => String(position))
  const [yesterday, today] = [shanghaiDay(Date.now() - 86_400_000), shanghaiDay(Date.now())]
  const queries = [
    '',
    'limit=200',
    'by=officer',
    `from=${yesterday}&to=${today}&limit=200`,
    `asOf=${yesterday}`,
  ]
  const paths = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    methods && 'get' in methods ? [path] : [],
  )
  assert.ok(paths.length > 25)
  const answered = new Set<string>()
  let files = 0
  for (const login of logins) {
    const who = await signIn(app, zone, login)
    for (const path of paths) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '')
      const values = names.includes('position') ? positions : ids
      const urls =
        names.length === 0
          ? queries.map((query) => `${path}?${query}`)
          : values.flatMap((value) => {
              const url = path.replace(/\{\w+\}/, value).replaceAll(/\{\w+\}/g, lostId)
              return [url, `${url}?asOf=${yesterday}`]
            })
      for (const url of urls) {
        const { statusCode, rawPayload } = await who.call('GET', url)
        const text = await textOf(rawPayload)
        if (statusCode === 200) answered.add(path)
        if (rawPayload.subarray(0, 2).toString() === 'PK') files++
        // Who brought a file sees what it says, until it is in the ledger; not what the ledger holds.
        const own = login === 'director' && url.includes(openId) ? inTheFile : []
        assertSecret(text, `${login} ${url}`, own)
      }
    }
  }
  assert.ok(files >= 12, `${files} workbooks`)
  // The walk means something only where there was something to tell.
  for (const path of [
    '/api/ledger',
    '/api/projects/{id}',
    '/api/projects/{id}/timeline',
    '/api/history/differences',
    '/api/duplicates/{firstId}/{secondId}',
    '/api/merges/{id}/undo',
    '/api/imports/{id}',
    '/api/imports/{id}/rows',
    '/api/imports/{id}/issues',
    '/api/imports/{id}/undo',
    '/api/audit/changes/{position}',
    '/api/audit/export.txt',
  ])
    assert.ok(answered.has(path), `${path} answered nobody`)
})
