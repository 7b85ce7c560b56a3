import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { PNG } from 'pngjs'
import { packRows, type Strip } from './pack-rows.ts'
import { pdfFile } from './pdf-file.ts'
import { type Packed, pngFile } from './png-file.ts'

const [width, height] = [41, 30]
const colourAt = (x: number, y: number) => [x * 6, y * 8, (x * y) % 256]

/** The same picture, in strips of so many rows. */
async function packed(rows: number): Promise<Packed> {
  const packer = packRows()
  for (let top = 0; top < height; top += rows) {
    const high = Math.min(rows, height - top)
    const data = Uint8ClampedArray.from({ length: width * high * 4 }, (_, at) => {
      const [x, y] = [Math.floor(at / 4) % width, top + Math.floor(at / 4 / width)]
      return at % 4 === 3 ? 255 : (colourAt(x, y)[at % 4] ?? 0)
    })
    const strip: Strip = { width, height: high, data }
    await packer.write(strip)
  }
  return { width, height, parts: await packer.end() }
}

function assertPicture(data: Uint8Array, perPixel: number) {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * perPixel
      assert.deepEqual([...data.subarray(at, at + 3)], colourAt(x, y), `${x}, ${y}`)
    }
}

test('a picture comes back from its PNG to the last pixel, however it was cut into strips', async () => {
  for (const rows of [1, 7, height]) {
    const file = Buffer.concat(pngFile(await packed(rows), { dpi: 150, said: { Title: '战图' } }))
    const read = PNG.sync.read(file)
    assert.deepEqual([read.width, read.height], [width, height])
    assertPicture(read.data, 4)
    const physical = file.indexOf('pHYs') + 4
    assert.deepEqual([file.readUInt32BE(physical), file[physical + 8]], [5906, 1]) // 150 to 0.0254 m
    assert.ok(file.includes('战图'))
  }
})

test('a reader of PDF finds one page of the size said, and the same pixels on it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhantu-pdf-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'sheet.pdf')
  const about = {
    title: '战图 (A3)',
    author: '李工',
    subject: 'no. 1',
    made: new Date('2022-03-01T00:00:00Z'),
  }
  const file = Buffer.concat(pdfFile({ picture: await packed(7), widthMm: 420, heightMm: 297, about }))
  assert.match(file.toString('latin1'), /\/MediaBox \[0 0 1190\.551 841\.890\]/)
  writeFileSync(path, file)
  let told: string
  try {
    told = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    return t.skip('no pdfinfo on this machine (poppler-utils)')
  }
  assert.match(told, /Pages:\s+1\n/)
  assert.match(told, /Page size:\s+1190\.55 x 841\.89 pts \(A3\)/)
  assert.match(told, /Title:\s+战图 \(A3\)\n/)
  execFileSync('pdfimages', ['-png', path, join(folder, 'picture')])
  assertPicture(PNG.sync.read(readFileSync(join(folder, 'picture-000.png'))).data, 4)
})
