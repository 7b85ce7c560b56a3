import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { rawZip } from '../fixtures/raw-zip.ts'
import { fileOf } from '../fixtures/small-book.ts'
import { Archive } from './archive.ts'

const limits = { unpackedBytes: 1000, packingRatio: 100 }
const open = async (names: (string | Buffer)[]) =>
  Archive.open(
    await fileOf(
      rawZip(
        names.map((name) => ({
          data: 'x',
          ...(typeof name === 'string' ? { name } : { name: '', rawName: name }),
        })),
      ),
    ),
    limits,
  )

test('names in GBK, UTF-8 and with backslashes', async () => {
  const gbk = (text: string) => iconv.encode(text, 'gbk')
  // 誠 ends with the byte of a backslash in GBK; 联通 is valid UTF-8 by chance; é is so on purpose.
  const archive = await open([
    gbk('图形\\誠.SHP'),
    gbk('联通.dbf'),
    Buffer.from('café.txt'),
    Buffer.from('界址.prj'),
    '界.cpg',
    'Größe ÄÖ.shx',
  ])
  assert.deepEqual(archive.paths(), [
    '图形/誠.shp',
    '联通.dbf',
    'café.txt',
    '界址.prj',
    '界.cpg',
    'größe äö.shx',
  ])
  assert.equal(archive.nameOf('图形/誠.shp'), '图形/誠.SHP')
  archive.close()
})

test('paths that lead outside are known but not among the parts', async () => {
  const archive = await open(['../a.txt', 'C:\\b.txt', 'c/../../d.txt', '/e.txt', 'f..g.txt'])
  assert.deepEqual(archive.unsafeNames, ['../a.txt', 'C:/b.txt', 'c/../../d.txt'])
  assert.deepEqual(archive.paths(), ['e.txt', 'f..g.txt'])
  archive.close()
})
