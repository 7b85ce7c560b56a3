import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgers } from './sample/ledgers.ts'
import { organisation } from './sample/organisation.ts'
import { world } from './sample/world.ts'

/** Writes the sample zone's files anew; the same code writes the same bytes. */
const folder = join(import.meta.dirname, '..', 'sample')
const ledgerFolder = join(folder, 'ledgers')

await mkdir(ledgerFolder, { recursive: true })
for (const old of await readdir(ledgerFolder)) if (old.endsWith('.xlsx')) await rm(join(ledgerFolder, old))
for (const { name, bytes } of await ledgers(world())) await writeFile(join(ledgerFolder, name), bytes)
await writeFile(join(folder, 'organisation.json'), `${JSON.stringify(organisation, null, 2)}\n`)
