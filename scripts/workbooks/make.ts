import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cases } from './cases/all.ts'

/**
 * Writes test/workbooks anew. The one that LibreOffice saves is kept as it is unless `--libreoffice` is given:
 * it needs that program, and never comes out the same twice.
 */
const folder = join(import.meta.dirname, '..', '..', 'test', 'workbooks')
const again = process.argv.includes('--libreoffice')

await mkdir(folder, { recursive: true })
for (const { name, bytes, expected } of cases) {
  const path = join(folder, name)
  if (again || !name.includes('libreoffice') || !existsSync(path)) await writeFile(path, await bytes())
  const base = name.replace(/\.[a-z]+$/, '')
  await writeFile(join(folder, `${base}.expected.json`), formatted({ file: name, ...expected }))
}

/** As the repository's formatter prints it: short lists of words on one line. */
function formatted(expected: object) {
  const words = /\[\s*("[^"]*"(?:,\s*"[^"]*")*)\s*\]/g
  const text = JSON.stringify(expected, null, 2)
  return `${text.replaceAll(words, (_, list: string) => `[${list.replaceAll(/,\s+/g, ', ')}]`)}\n`
}
