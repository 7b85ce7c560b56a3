import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileKind } from './file-kind.ts'
import { rawZip } from './fixtures/raw-zip.ts'
import { fileOf, sheetData, smallBook } from './fixtures/small-book.ts'

const kindOf = async (content: string | Buffer) => {
  const found = await fileKind(await fileOf(content))
  return 'kind' in found ? found.kind : `fault: ${found.fault}`
}
const bytes = (text: string) => Buffer.from(text, 'latin1')
const parts = (...names: string[]) => rawZip(names.map((name) => ({ name, data: 'x' })))

test('a file is what it holds', async () => {
  assert.equal(await kindOf('%PDF-1.7\n…'), 'pdf')
  assert.equal(await kindOf(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')), 'png')
  assert.equal(await kindOf(bytes('\xff\xd8\xff\xe0\0\x10JFIF')), 'jpeg')
  assert.equal(await kindOf(smallBook(sheetData(''), { '[Content_Types].xml': '<Types/>' })), 'xlsx')
  assert.equal(await kindOf(parts('[Content_Types].xml', 'word/document.xml')), 'docx')
  assert.equal(await kindOf(parts('OFD.xml', 'Doc_0/Document.xml')), 'ofd')
})

test('programs, scripts and web pages are known for what they are', async () => {
  const runs = [
    'MZ\x90\0\x03',
    '\x7fELF\x02\x01',
    '\xca\xfe\xba\xbe\0\0',
    '#!/bin/sh\nrm -rf ~',
    ' <script>alert(1)</script>',
    '<!DOCTYPE html>',
    '<svg onload="alert(1)">',
    '@echo off',
  ]
  for (const one of runs) assert.equal(await kindOf(bytes(one)), 'fault: program', one)
  assert.equal(await kindOf(parts('[Content_Types].xml', 'word/document.xml', 'run.exe')), 'fault: program')
})

test('packages with macros, cut short, of another kind or empty are no papers', async () => {
  const withMacros = parts('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')
  assert.equal(await kindOf(withMacros), 'fault: macros')
  assert.equal(await kindOf(parts('OFD.xml').subarray(0, 40)), 'fault: damaged')
  assert.equal(await kindOf(parts('a.txt')), 'fault: unknown')
  assert.equal(await kindOf(bytes('\xd0\xcf\x11\xe0\xa1\xb1')), 'fault: unknown')
  assert.equal(await kindOf(''), 'fault: empty')
})
