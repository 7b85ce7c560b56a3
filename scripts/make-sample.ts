import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildingFiles } from './sample/buildings/files.ts'
import { landFiles } from './sample/land/files.ts'
import { plots } from './sample/land/plots.ts'
import { ledgers } from './sample/ledgers.ts'
import { organisation, reorganisation } from './sample/organisation.ts'
import { placesBook } from './sample/places.ts'
import { world } from './sample/world.ts'
import { zoneFileText } from './sample/zone-file-text.ts'

/** Writes the sample zone's files anew; the same code writes the same bytes. */
const folder = join(import.meta.dirname, '..', 'sample')

const renew = async (name: string, files: readonly { name: string; bytes: Buffer }[]) => {
  await mkdir(join(folder, name), { recursive: true })
  for (const old of await readdir(join(folder, name)))
    if (/^\d{4}-\d{2} /.test(old)) await rm(join(folder, name, old))
  for (const file of files) await writeFile(join(folder, name, file.name), file.bytes)
}

const projects = world()
const land = plots(projects)
await renew('ledgers', await ledgers(projects))
await renew('land', await landFiles(land))
await renew('buildings', await buildingFiles(land))
await writeFile(join(folder, 'places.xlsx'), await placesBook(projects, land))
await writeFile(join(folder, 'organisation.json'), zoneFileText(organisation))
await writeFile(join(folder, 'reorganisation.json'), zoneFileText(reorganisation))
