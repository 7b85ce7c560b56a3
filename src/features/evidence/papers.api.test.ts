import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildZone, signIn, testConfig } from '../../../test/factories.ts'
import { rawZip } from '../../formats/fixtures/raw-zip.ts'
import { buildApp } from '../../server/app.ts'
import type { Evidence } from './contract.ts'
import { clerkOf, paperForm, pdf } from './test-papers.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-papers-'))
const app = await buildApp({ database, config: { ...testConfig(folder), uploadMegabytes: 2 } })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  const as = async (login: string) => {
    const caller = await signIn(app, zone, login)
    return { ...clerkOf(app, caller), ...caller }
  }
  const projectId = await buildProject(database, zone, { stage: 'signed' })
  const files = () => {
    const path = join(folder, 'papers', zone.id)
    return existsSync(path) ? readdirSync(path) : []
  }
  return { zone, as, projectId, files, officer: await as('officer') }
}
type Refusal = { code: string; message: string; details?: { reason: string } }
const signed = { milestone: 'signed', kind: 'agreement' }

test('a paper comes back as it was filed, to be saved and never sniffed', async () => {
  const { projectId, officer, as } = await world()
  const bytes = pdf(5000)
  const sent = await officer.send(projectId, signed, '投资协议 终稿.pdf', bytes)
  assert.equal(sent.statusCode, 201, sent.body)
  const [paper] = sent.json<Evidence>().papers
  assert.deepEqual(
    [paper?.fileName, paper?.fileSize, paper?.format, paper?.milestone, paper?.addedBy],
    ['投资协议 终稿.pdf', 5000, 'pdf', 'signed', 'officer同志'],
  )
  assert.match(paper?.fileHash ?? '', /^[0-9a-f]{64}$/)
  const url = `/api/projects/${projectId}/papers/${paper?.id}/file`
  const file = await (await as('commander2')).call('GET', url)
  assert.deepEqual(file.rawPayload, bytes, 'who may read the project may read its papers')
  assert.equal(file.headers['content-type'], 'application/pdf')
  assert.equal(file.headers['x-content-type-options'], 'nosniff')
  assert.equal(file.headers['cache-control'], 'no-store')
  assert.match(
    String(file.headers['content-disposition']),
    /^attachment; filename="paper\.pdf"; filename\*=UTF-8''%E6/,
  )
  assert.equal((await (await as('administrator')).call('GET', url)).statusCode, 403)
  assert.equal((await app.inject({ url })).statusCode, 401)
})

test('a paper is not given out under another project, another zone or after its removal', async () => {
  const { zone, projectId, officer, as } = await world()
  const paperId = (await officer.file(projectId, 'signed', 'agreement')).papers[0]?.id ?? ''
  const other = await buildProject(database, zone)
  assert.equal((await officer.call('GET', `/api/projects/${other}/papers/${paperId}/file`)).statusCode, 404)
  const stranger = await signIn(app, await buildZone(database), 'director')
  const url = `/api/projects/${projectId}/papers/${paperId}`
  assert.equal((await stranger.call('GET', `${url}/file`)).statusCode, 404)
  assert.equal((await stranger.call('DELETE', url)).statusCode, 404)
  const promoter = await as('promoter')
  const refused = await promoter.call('DELETE', url)
  assert.equal(refused.statusCode, 403)
  assert.match(refused.json<Refusal>().message, /只能由本人、综合统计或领导移除/)
  const removed = await officer.call('DELETE', url)
  assert.deepEqual(removed.json<Evidence>().papers, [])
  assert.equal((await officer.call('GET', `${url}/file`)).statusCode, 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

const zip = (...names: string[]) => rawZip(names.map((name) => ({ name, data: 'x' })))
const cases: [string, string, Buffer, string, RegExp][] = [
  [
    'a program',
    '协议.pdf',
    Buffer.from('MZ\x90\0\x03'),
    'program',
    /“协议\.pdf”是程序、脚本或网页，不能作为佐证/,
  ],
  ['a script', '协议.pdf', Buffer.from('#!/bin/sh\n'), 'program', /是程序、脚本或网页/],
  ['a web page', '协议.pdf', Buffer.from('<html><script>1</script>'), 'program', /是程序、脚本或网页/],
  [
    'a document with macros',
    '协议.docx',
    zip('[Content_Types].xml', 'word/vbaProject.bin'),
    'macros',
    /含有宏/,
  ],
  [
    'an archive with a program',
    '协议.docx',
    zip('[Content_Types].xml', 'word/document.xml', 'a.exe'),
    'program',
    /程序/,
  ],
  ['something else', '协议.txt', Buffer.from('协议'), 'unknown', /请上传 PDF、PNG、JPG、DOCX、XLSX 或 OFD/],
  ['nothing', '协议.pdf', Buffer.alloc(0), 'empty', /是空文件/],
  ['cut short', '协议.docx', zip('[Content_Types].xml').subarray(0, 60), 'damaged', /已损坏/],
  [
    'named otherwise',
    '协议.png',
    Buffer.from('%PDF-1.7'),
    'name',
    /的内容是 PDF，与文件名不符；请把扩展名改为 \.pdf/,
  ],
]
for (const [what, name, bytes, reason, sentence] of cases)
  test(`evidence that is ${what} is refused with a sentence that says so, and leaves nothing`, async () => {
    const { projectId, officer, files } = await world()
    const response = await officer.send(projectId, signed, name, bytes)
    const { code, message, details } = response.json<Refusal>()
    assert.deepEqual([response.statusCode, code, details?.reason], [400, 'unreadable_file', reason])
    assert.match(message, sentence)
    assert.deepEqual(files(), [])
  })

test('too large a file is refused while it comes', async () => {
  const { projectId, officer, files } = await world()
  const response = await officer.send(projectId, signed, '大.pdf', pdf(3 * 1024 ** 2))
  assert.equal(response.statusCode, 413)
  assert.match(response.json<Refusal>().message, /“大\.pdf”超过了 2 MB 的上限，没有接收/)
  assert.deepEqual(files(), [])
})

test('2 GB are refused at their beginning', async () => {
  const { projectId, officer, files } = await world()
  const { hostname, port } = new URL(address)
  const begin = paperForm(signed, '巨.pdf', pdf(1000)).subarray(0, 900)
  const socket = connect(Number(port), hostname)
  const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
  socket.write(
    `POST /api/projects/${projectId}/papers HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${officer.cookie}\r\ncontent-length: ${2 * 1024 ** 3}\r\n` +
      'content-type: multipart/form-data; boundary=zhantu-test-boundary\r\n\r\n',
  )
  socket.write(begin)
  assert.match(await answer, /^HTTP\/1\.1 413 [\s\S]*超过了 2 MB 的上限/)
  socket.destroy()
  assert.deepEqual(files(), [])
})

test('what does not say how large it is, is cut off at the limit: the disk never holds more', async () => {
  const { zone, projectId, officer, files } = await world()
  const { hostname, port } = new URL(address)
  const begin = paperForm(signed, '无尽.pdf', pdf(1000)).subarray(0, 900)
  const block = Buffer.alloc(256 * 1024, ' ')
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => {
    answer += data.toString()
  })
  socket.on('error', () => {})
  socket.write(
    `POST /api/projects/${projectId}/papers HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${officer.cookie}\r\ntransfer-encoding: chunked\r\n` +
      'content-type: multipart/form-data; boundary=zhantu-test-boundary\r\n\r\n',
  )
  socket.write(chunk(begin))
  let most = 0
  const path = join(folder, 'papers', zone.id)
  // 64 MB, were they taken; the answer may come long before.
  for (let sent = 0; sent < 256 && !answer.includes('413') && !socket.destroyed; sent++) {
    if (!socket.write(chunk(block)))
      await Promise.race([once(socket, 'drain'), once(socket, 'close'), wait(1000)])
    for (const name of files()) most = Math.max(most, sizeOf(join(path, name)))
  }
  for (let waited = 0; waited < 200 && !answer.includes('413'); waited++) await wait(50)
  socket.destroy()
  assert.match(answer, /^HTTP\/1\.1 413 [\s\S]*超过了 2 MB 的上限/)
  assert.ok(most <= 2 * 1024 ** 2, `${most} bytes lay on the disk`)
  assert.deepEqual(files(), [])
})
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

test('without a milestone, a kind or the right nothing is filed, and a twin is told', async () => {
  const { projectId, officer, as, files } = await world()
  const bytes = pdf()
  const noMilestone = await officer.send(projectId, { ...signed, milestone: 'dreamt' }, 'a.pdf', bytes)
  assert.match(noMilestone.json<Refusal>().message, /没有「dreamt」这个节点/)
  const noKind = await officer.send(projectId, { ...signed, kind: ' ' }, 'a.pdf', bytes)
  assert.match(noKind.json<Refusal>().message, /请说明这份材料是什么/)
  for (const login of ['commander2', 'administrator'])
    assert.equal((await (await as(login)).send(projectId, signed, 'a.pdf', bytes)).statusCode, 403)
  assert.equal(
    (await officer.call('POST', `/api/projects/${projectId}/papers`, { file: 'x' })).statusCode,
    400,
  )
  assert.deepEqual(files(), [])
  assert.equal((await officer.send(projectId, signed, 'a.pdf', bytes)).statusCode, 201)
  const twin = await officer.send(projectId, signed, 'b.pdf', bytes)
  assert.equal(twin.statusCode, 409)
  assert.match(twin.json<Refusal>().message, /这份文件已经在这里了：“a\.pdf”/)
  assert.equal(files().length, 1)
})

test('a file changed on the disk is not given out as the one that was filed', async () => {
  const { zone, projectId, officer } = await world()
  const paperId = (await officer.file(projectId, 'signed', 'agreement')).papers[0]?.id ?? ''
  writeFileSync(join(folder, 'papers', zone.id, paperId), '%PDF-1.7 another')
  const response = await officer.call('GET', `/api/projects/${projectId}/papers/${paperId}/file`)
  assert.equal(response.statusCode, 409)
  assert.match(response.json<Refusal>().message, /与登记时不一致，不能提供/)
})
