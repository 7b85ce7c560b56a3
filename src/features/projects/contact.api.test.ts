import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { fromBufferPromise } from 'yauzl'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { maskName, maskPhone } from '../../engine/text/contact.ts'
import type { LogPage, Verification } from '../audit/contract.ts'
import type { EditsResult } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-contact-')))
after(async () => {
  await app.close()
  await database.close()
})

async function unzip(bytes: Buffer) {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString())
  return parts
}

async function world(values: Record<string, string> = {}) {
  const zone = await buildZone(database)
  const contact = { contactName: '王小明', contactPhone: '13858123456' }
  const projectId = await buildProject(database, zone, {
    name: '莱和生物',
    stage: 'signed',
    ...contact,
    ...values,
  })
  const as = (login: string) => signIn(app, zone, login)
  const log = async (query: string) =>
    (await (await as('auditor')).call('GET', `/api/audit?${query}`)).json<LogPage>()
  const kept = () =>
    database.within({ zoneId: zone.id, memberId: null }, (db) =>
      db
        .selectFrom('project')
        .select(['contactName', 'contactPhone', 'revision'])
        .where('zoneId', '=', zone.id)
        .where('id', '=', projectId)
        .executeTakeFirstOrThrow(),
    )
  const reveal = (who: Caller, reason: unknown, id = projectId) =>
    who.call('POST', `/api/projects/${id}/contact/reveal`, { reason } as object)
  return { zone, projectId, as, log, kept, reveal }
}

test('who may change a project sees its contact for a reason, and the log has it before the answer', async () => {
  const { projectId, as, log, reveal } = await world()
  for (const login of ['director', 'analyst', 'commander', 'officer', 'promoter']) {
    const reason = `约谈开工，${login}`
    const answer = await reveal(await as(login), `  ${reason}\n`)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.deepEqual(answer.json(), { name: '王小明', phone: '13858123456' })
    assert.equal(answer.headers['cache-control'], 'no-store')
    const [entry] = (await log('kind=sensitiveRead')).items
    assert.deepEqual(
      [entry?.entity, entry?.rowId, entry?.actor?.name, entry?.detail],
      ['project', projectId, `${login}同志`, { contact: true, reason }],
    )
  }
})

test('nobody else does, nor without a reason, and what was refused is not in the log', async () => {
  const { projectId, as, log, reveal } = await world()
  for (const login of ['commander2', 'administrator', 'security', 'auditor'])
    assert.equal((await reveal(await as(login), '想看看')).statusCode, 403, login)
  const analyst = await as('analyst')
  for (const reason of ['', ' ', '看', ' 看 \n', null, 7, 'x'.repeat(201)])
    assert.equal((await reveal(analyst, reason)).statusCode, 400, String(reason))
  assert.equal((await analyst.call('POST', `/api/projects/${projectId}/contact/reveal`, {})).statusCode, 400)
  const nowhere = '00000000-0000-4000-8000-00000000dead'
  assert.equal((await reveal(analyst, '约谈', nowhere)).statusCode, 404)
  assert.equal((await log('kind=sensitiveRead')).total, 0)
  const hidden = await world({ stage: 'lead' })
  assert.equal((await hidden.reveal(await hidden.as('commander2'), '约谈')).statusCode, 404)
})

test('without the log there is no answer', async (t) => {
  const { zone, as, reveal } = await world()
  const analyst = await as('analyst')
  await database.asOwner((db) =>
    sql`alter table audit_event add constraint full_disk check (zone_id <> ${sql.lit(zone.id)} or kind <> 'sensitiveRead') not valid`.execute(
      db,
    ),
  )
  t.after(() => database.asOwner((db) => sql`alter table audit_event drop constraint full_disk`.execute(db)))
  const answer = await reveal(analyst, '约谈开工')
  assert.ok(answer.statusCode >= 400)
  assert.ok(!answer.body.includes('13858123456') && !answer.body.includes('王小明'), answer.body)
})

test('a mask sent back changes nothing; a new value is written over the mask that was seen', async () => {
  const { zone, projectId, as, kept } = await world()
  const officer = await as('officer')
  const edit = async (field: string, from: string | null, to: string | null) => {
    const edits = [{ projectId, field, from, to }]
    return (await officer.call('PATCH', '/api/ledger', { edits })).json<EditsResult>()
  }
  const before = await kept()
  assert.deepEqual((await edit('contactPhone', '138****3456', '138****3456')).failures, [])
  assert.deepEqual((await edit('contactName', '王**', '王**')).failures, [])
  assert.deepEqual(await kept(), before)
  for (const [field, to] of [
    ['contactPhone', '139****3456'],
    ['contactPhone', '1385812345'],
    ['contactPhone', '王小明'],
    ['contactName', '李**'],
    ['contactName', '李四 13858123456'],
  ] as const) {
    const [failure] = (await edit(field, field === 'contactName' ? '王**' : '138****3456', to)).failures
    assert.equal(failure?.code, 'invalid_input', to)
    assert.ok(failure?.message.includes(to), failure?.message)
  }
  const [conflict] = (await edit('contactPhone', '139****0000', '13700001111')).failures
  assert.deepEqual([conflict?.code, conflict?.current], ['conflict', '138****3456'])
  assert.deepEqual(await kept(), before)
  const written = await edit('contactPhone', '138****3456', '+86 137-0000 1111')
  assert.deepEqual([written.applied, written.rows[0]?.values['contactPhone']], [1, '137****1111'])
  assert.equal((await kept()).contactPhone, '13700001111')
  assert.equal((await edit('contactName', '王**', null)).applied, 1)
  assert.equal((await kept()).contactName, null)
  const added = await officer.call('POST', '/api/projects', {
    values: { name: '新项目', corps: zone.corps.a, contactName: '赵六', contactPhone: '0571 8234 5678' },
  })
  const { row } = added.json<{ row: Record<string, string> }>()
  assert.deepEqual([row['contactName'], row['contactPhone']], ['赵**', '0571-****5678'])
})

test('a contact cannot be guessed by filter, order, groups or search', async () => {
  const { as } = await world()
  const analyst = await as('analyst')
  const where = (op: string, value?: unknown) =>
    `where=${encodeURIComponent(JSON.stringify([{ field: 'contactPhone', op, ...(value ? { value } : {}) }]))}`
  for (const query of [
    where('is', ['13858123456']),
    where('isNot', ['13858123456']),
    where('contains', '138'),
    where('atLeast', '138'),
    where('atMost', '139'),
    'sort=contactPhone',
    'sort=-contactName',
  ])
    for (const path of ['/api/ledger', '/api/ledger/totals', '/api/ledger/export.xlsx']) {
      if (path.endsWith('totals') && query.startsWith('sort')) continue
      const answer = await analyst.call('GET', `${path}?${query}`)
      assert.equal(answer.statusCode, 400, `${path} ${query}`)
      assert.match(answer.json<{ message: string }>().message, /个人信息/)
    }
  assert.equal((await analyst.call('GET', '/api/ledger/groups?by=contactPhone')).statusCode, 400)
  const count = async (query: string) =>
    (await analyst.call('GET', `/api/ledger?${query}`)).json<{ total: number }>().total
  assert.equal(await count(where('filled')), 1)
  assert.equal(await count(where('blank')), 0)
  for (const word of ['13858123456', '3456', encodeURIComponent('王小明'), 'wangxiaoming', 'wxm'])
    assert.equal(await count(`q=${word}`), 0, word)
})

test('the database masks as the program does', async () => {
  const parts = fc.constantFrom(
    '13858123456',
    '0571-82345678',
    '转80',
    '、',
    '661234',
    '王',
    '𠮷',
    '*',
    '-',
    '(',
    '0',
    '12',
  )
  const texts = fc.sample(
    fc.oneof(
      fc.array(parts, { minLength: 1, maxLength: 6 }).map((list) => list.join('')),
      fc.stringMatching(/^[0-9]{1,16}$/),
    ),
    400,
  )
  const { rows } = await database.asOwner((db) =>
    sql<{ text: string; phone: string; name: string }>`
      select text, app.mask_phone(text) as phone, app.mask_name(text) as name from unnest(${texts}::text[]) text`.execute(
      db,
    ),
  )
  assert.equal(rows.length, texts.length)
  for (const { text, phone, name } of rows)
    assert.deepEqual({ text, phone, name }, { text, phone: maskPhone(text), name: maskName(text) })
})

test('the sealed log holds the contact without telling it: one digit changed is found', async () => {
  const { zone, as, projectId } = await world()
  const auditor = await as('auditor')
  const verify = async () => (await auditor.call('POST', '/api/audit/verify')).json<Verification>()
  assert.equal((await verify()).ok, true)
  const file = (await auditor.call('GET', '/api/audit/export.txt')).body
  assert.ok(file.includes('莱和生物') && /"contact_phone": ?"sha256:[0-9a-f]{64}"/.test(file))
  // Whoever owns the tables takes the wall down first.
  await database.asOwner(async (db) => {
    await sql`alter table change no force row level security`.execute(db)
    const { numAffectedRows } = await sql`
      update change set image = jsonb_set(image, '{contact_phone}', '"13858123457"')
      where zone_id = ${zone.id} and row_id = ${projectId}`.execute(db)
    assert.equal(numAffectedRows, 1n)
    await sql`alter table change force row level security`.execute(db)
  })
  assert.equal((await verify()).ok, false)
})

test('an export says whose it is, and the log finds it by its number', async () => {
  const { as, log } = await world()
  const director = await as('director')
  assert.equal((await (await as('officer')).call('GET', '/api/ledger/export.xlsx')).statusCode, 403)
  const parts = await unzip((await director.call('GET', '/api/ledger/export.xlsx')).rawPayload)
  const [entry] = (await log('kind=export')).items
  assert.ok(entry?.rowId)
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  assert.match(sheet, new RegExp(`导出人：director同志（director）.*编号：${entry.rowId}<`))
  assert.match(
    sheet,
    /<oddHeader>&amp;Rdirector同志（director） \d{4}-\d\d-\d\d \d\d:\d\d UTC\+8<\/oddHeader>/,
  )
  assert.match(sheet, new RegExp(`<oddFooter>&amp;L${entry.rowId}`))
  assert.match(sheet, /<picture r:id="rId1"\/><\/worksheet>$/)
  assert.match(parts.get('docProps/custom.xml') ?? '', new RegExp(entry.rowId))
  assert.ok(parts.get('xl/media/background1.png')?.includes('IHDR'))
  const found = await log(`record=${entry.rowId}`)
  assert.deepEqual(
    found.items.map(({ kind, actor }) => [kind, actor?.name]),
    [['export', 'director同志']],
  )
})
