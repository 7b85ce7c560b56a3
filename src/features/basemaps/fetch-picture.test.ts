import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Problem } from '../../server/errors.ts'
import { fetchPicture } from './server/fetch-picture.ts'
import { picture, servePictures } from './test-pictures.ts'

const png = picture(10, 20, 30, 4)
const service = await servePictures((request, response) => {
  const path = request.url ?? ''
  if (path === '/png') response.end(png)
  else if (path === '/none') response.writeHead(404).end()
  else if (path === '/elsewhere') response.writeHead(302, { location: '/png' }).end()
  else if (path === '/page') response.writeHead(200, { 'content-type': 'image/png' }).end('<html>key</html>')
  else if (path === '/large') response.end(Buffer.concat([png, Buffer.alloc(5_000)]))
  else if (path === '/broken') response.writeHead(500).end()
  else if (path === '/cut')
    response.writeHead(200, { 'content-length': '9999' }).write(png, () => response.destroy())
  else if (path === '/half') response.write(png.subarray(0, 10))
  // `/silent` is never answered.
})
after(() => service.close())

const limits = { ms: 5_000, bytes: 4_000 }
const told = async (address: string, given = limits) => {
  const problem = await fetchPicture(address, given).then(
    () => assert.fail(`${address} gave a picture`),
    (error: Error) => error,
  )
  assert.ok(problem instanceof Problem, `${problem}`)
  assert.equal(problem.code, 'no_answer')
  return problem.sentence.zh
}

test('a picture comes as it is, where there is none nothing comes', async () => {
  assert.deepEqual(await fetchPicture(`${service.address}/png`, limits), png)
  assert.equal(await fetchPicture(`${service.address}/none`, limits), undefined)
})

test('whatever else comes is told with its reason', async () => {
  assert.match(await told(`${service.address}/elsewhere`), /回答是 302/)
  assert.match(await told(`${service.address}/page`), /不是 PNG、JPEG、WebP 图片（image\/png）/)
  assert.match(await told(`${service.address}/large`), /超过/)
  assert.match(await told(`${service.address}/broken`), /回答是 500/)
  assert.match(await told(`${service.address}/cut`), /连不上（ECONNRESET）/)
  assert.match(await told('http://127.0.0.1:1/x'), /连不上（ECONNREFUSED）/)
})

test('who is silent, or stops in the middle, is not waited for', async () => {
  for (const path of ['silent', 'half'])
    assert.match(await told(`${service.address}/${path}`, { ...limits, ms: 30 }), /秒内没有回答/)
})

test('a redirect is not followed, nor is anything asked where a cloud keeps its secrets', async () => {
  const before = service.asked.filter(({ url }) => url === '/png').length
  await told(`${service.address}/elsewhere`)
  assert.equal(service.asked.filter(({ url }) => url === '/png').length, before)
  for (const host of [
    '169.254.169.254',
    '[::ffff:169.254.169.254]',
    '[fe80::1]',
    '0.0.0.0',
    '100.100.100.200',
    '[::]',
  ])
    assert.match(await told(`http://${host}/latest/meta-data`), /不能作底图/, host)
})
