import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as XLSX from '@e965/xlsx'
import { v7 as uuidv7 } from 'uuid'
import { openTestDatabase } from '../../../test/database.ts'
import { buildZone, signIn, testConfig } from '../../../test/factories.ts'
import { packedZeros, rawZip } from '../../formats/fixtures/raw-zip.ts'
import { bookParts, sheetData, smallBook } from '../../formats/fixtures/small-book.ts'
import { buildApp } from '../../server/app.ts'
import { sweepUploads } from './server/sweep-uploads.ts'
import { checkInput, multipart, officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-bad-'))
const app = await buildApp({ database, config: { ...testConfig(folder), uploadMegabytes: 4 } })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  const who = await signIn(app, zone, 'analyst')
  const uploads = () => {
    const path = join(folder, 'uploads', zone.id)
    return existsSync(path) ? readdirSync(path) : []
  }
  return { zone, who, office: officeOf(app, who), uploads }
}

const oneCell = sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')
const locked = () => {
  const container = XLSX.CFB.utils.cfb_new({ root: 'R' })
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000))
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200))
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }))
}
const bomb = () =>
  rawZip(
    bookParts(oneCell).map((part) =>
      part.name.includes('sheet1') ? { ...part, packed: packedZeros(1024), claimedSize: 1024 ** 3 } : part,
    ),
  )
const wide = () => smallBook(sheetData(`<row>${'<c><v>1</v></c>'.repeat(10_000)}</row>`))
const tall = () => smallBook(sheetData('<row><c><v>1</v></c></row>'.repeat(1_048_576)))
const noLedger = () => workbookOf(['日期', '天气'], [['一', '晴']])

const cases: [string, string, () => Buffer | Promise<Buffer>, string, RegExp][] = [
  ['of 0 bytes', '空.xlsx', () => Buffer.alloc(0), 'empty_file', /^“空\.xlsx”是空文件（0 字节）。/],
  [
    'that is a PDF',
    '台账.pdf',
    () => Buffer.from('%PDF-1.7 and so on'),
    'not_a_workbook',
    /看上去是 PDF。请给 \.xlsx/,
  ],
  [
    'of binary rubbish',
    '台账.xlsx',
    () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
    'not_a_workbook',
    /不是能导入的表格文件/,
  ],
  [
    'with a password',
    '密.xlsx',
    locked,
    'password_protected',
    /设有打开密码，无法读取。请在 Excel 或 WPS 中去掉密码/,
  ],
  ['that is a zip bomb', '炸.xlsx', bomb, 'zip_bomb', /解开后.*为安全起见没有读取/],
  [
    'of 10,000 columns',
    '宽.xlsx',
    wide,
    'too_many_columns',
    /工作表“S”超过 1,000 列（ALM1）。请删去右侧多余的列/,
  ],
  [
    'of 1,048,576 rows',
    '长.xlsx',
    tall,
    'too_many_rows',
    /工作表“S”超过 200,000 行。请按兵团或年份拆成几个文件/,
  ],
  [
    'with broken XML',
    '坏.xlsx',
    () => smallBook('<worksheet><sheetData></worksheet>'),
    'damaged',
    /已损坏，读不下去（xl\/worksheets\/sheet1\.xml）/,
  ],
  ['cut short', '断.xlsx', () => smallBook(oneCell).subarray(0, 400), 'damaged', /已损坏/],
  [
    'without a ledger in it',
    '天气.xlsx',
    noLedger,
    'no_table',
    /没有找到台账表格。请看看表头里有没有“项目名称”一列/,
  ],
]

for (const [what, name, bytes, reason, sentence] of cases)
  test(`a file ${what} is refused with a sentence that says so, and leaves nothing`, async () => {
    const { office, who, uploads } = await world()
    const response = await office.send(name, await bytes())
    const answer = response.json<{ code: string; message: string; details: { reason: string } }>()
    assert.deepEqual(
      [response.statusCode, answer.code, answer.details?.reason],
      [400, 'unreadable_file', reason],
      response.body,
    )
    assert.match(answer.message, sentence)
    assert.deepEqual(uploads(), [])
    assert.equal((await who.call('GET', '/api/imports')).json().total, 0)
  })

test('a file over the limit is refused while it comes, with the limit', async () => {
  const { office, uploads } = await world()
  const response = await office.send('大.xlsx', Buffer.alloc(5 * 1024 ** 2, 1))
  assert.equal(response.statusCode, 413)
  assert.deepEqual(
    response.json().message,
    '“大.xlsx”超过了 4 MB 的上限。请拆成几个文件，或删去图片后再上传。',
  )
  assert.deepEqual(uploads(), [])
})

test('refusals are English for who reads English', async () => {
  const { who } = await world()
  const response = await app.inject({
    method: 'POST',
    url: '/api/imports',
    payload: multipart('empty.xlsx', Buffer.alloc(0)),
    headers: {
      cookie: who.cookie,
      'accept-language': 'en',
      'content-type': 'multipart/form-data; boundary=zhantu-test-boundary',
    },
  })
  assert.equal(
    response.json().message,
    '“empty.xlsx” is empty (0 bytes). Check that it was saved whole and upload it again.',
  )
})

test('a request without a file, or not of a form, is refused', async () => {
  const { who } = await world()
  const empty = await app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: { cookie: who.cookie, 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b--\r\n',
  })
  const json = await who.call('POST', '/api/imports', { file: 'x' })
  for (const response of [empty, json]) {
    assert.equal(response.statusCode, 400, response.body)
    assert.match(response.json().message, /没有收到文件/)
  }
})

test('a connection lost in mid-upload leaves no file and no import', async () => {
  const { who, uploads } = await world()
  const { hostname, port } = new URL(address)
  const whole = multipart('断.xlsx', Buffer.alloc(2 * 1024 ** 2, 1))
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST /api/imports HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${who.cookie}\r\ncontent-length: ${whole.length}\r\n` +
      'content-type: multipart/form-data; boundary=zhantu-test-boundary\r\n\r\n',
  )
  await new Promise<void>((resolve) => socket.write(whole.subarray(0, 1024 ** 2), () => resolve()))
  for (let tries = 0; tries < 50 && uploads().length === 0; tries++) await wait(20)
  assert.equal(uploads().length, 1)
  socket.destroy()
  for (let tries = 0; tries < 100 && uploads().length > 0; tries++) await wait(20)
  assert.deepEqual(uploads(), [])
  assert.equal((await who.call('GET', '/api/imports')).json().total, 0)
})

test('what a lost machine left of an upload is swept away a day later, and nothing else', async () => {
  const { zone, office, uploads } = await world()
  await office.upload(
    '留.xlsx',
    await workbookOf(['项目名称', '投资方', '总投资（万元）'], [['甲项目', '甲公司', 5]]),
  )
  const [kept] = uploads()
  const orphan = uuidv7()
  writeFileSync(join(folder, 'uploads', zone.id, orphan), 'half a file')
  writeFileSync(join(folder, 'uploads', zone.id, 'notes.txt'), 'of an administrator')
  const house = { database, config: testConfig(folder) }
  assert.equal(await sweepUploads(house), 0)
  assert.equal(await sweepUploads(house, Date.now() + 2 * 86_400_000), 1)
  assert.deepEqual(uploads().sort(), [kept, 'notes.txt'].sort())
})

test('who leaves in mid-apply does not stop it', async () => {
  const { office, who } = await world()
  const rows = Array.from({ length: 1500 }, (_, at) => [`项目${at}号`, `投资方${at}`, at + 1])
  const checked = await office.check(
    await office.upload('多.xlsx', await workbookOf(['项目名称', '投资方', '总投资（万元）'], rows)),
  )
  const leaving = new AbortController()
  const response = await fetch(`${address}/api/imports/${checked.id}/apply`, {
    method: 'POST',
    headers: { cookie: who.cookie },
    signal: leaving.signal,
  })
  assert.equal(response.headers.get('content-type'), 'application/x-ndjson; charset=utf-8')
  await response.body?.getReader().read()
  leaving.abort()
  for (let tries = 0; tries < 200 && (await office.read(checked)).status !== 'applied'; tries++)
    await wait(50)
  assert.equal((await office.read(checked)).status, 'applied')
  assert.equal((await who.call('GET', '/api/ledger?limit=1')).json().total, 1500)
})

test('odd names and odd characters are kept as text that does no harm', async () => {
  const { office } = await world()
  const file = await workbookOf(
    ['序号', '项目名称', '投资方', '备注'],
    [[1, '甲<script>项目', "=cmd|' /C calc'!A0", '\u202e反写\u0007铃']],
  )
  const read = await office.upload('..\\..\\etc/passwd\u202e.xlsx', file)
  assert.equal(read.fileName, 'passwd.xlsx')
  const done = await office.apply(await office.check(read))
  assert.equal(done.end?.kind, 'done')
  const [project] = await office.ledger()
  assert.deepEqual(
    [project?.['name'], project?.['investor'], project?.['note']],
    ['甲<script>项目', "=cmd|' /C calc'!A0", '反写铃'],
  )
})

test('numbers too long to calculate with and months that have not come are asked about, never a failure', async () => {
  const { office, who } = await world()
  const csv = Buffer.from(
    '项目名称,总投资（万元）,进展月份,备注\n甲,1e400,9999-12,\n乙,-1e399,0000-01,\n丙,5,2022-02,\n',
  )
  const read = await office.upload('怪.csv', csv)
  for (const period of ['9999-12', '0000-01']) {
    const refused = await who.call('PUT', `/api/imports/${read.id}/check`, checkInput(read, { period }))
    assert.equal(refused.statusCode, 400)
    assert.match(refused.json().message, /还没有开始或不存在/)
  }
  const checked = await office.check(read)
  const { items } = await office.issues(checked, '&severity=question')
  assert.deepEqual(
    items.map(({ cell, code }) => `${cell} ${code}`),
    ['B2 implausible_amount', 'C2 not_a_date', 'B3 implausible_amount', 'C3 not_a_date'],
  )
  assert.equal((await office.apply(checked)).end?.kind, 'done')
})
