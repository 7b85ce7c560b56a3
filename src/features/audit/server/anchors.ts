import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Anchor } from './verify-zone.ts'

/**
 * The newest seal of each zone, kept in the data folder: outside the database, so that cutting off the end of a log
 * inside it is found. A server on another machine keeps its own; one without any has nothing to hold against it.
 */
export function keepAnchors(dataFolder: string) {
  const file = join(dataFolder, 'seals.json')
  return {
    find: (zoneId: string): Anchor | undefined => read(file)[zoneId],
    remember(zoneId: string, { number, hash }: Anchor) {
      mkdirSync(dataFolder, { recursive: true })
      writeFileSync(`${file}.part`, JSON.stringify({ ...read(file), [zoneId]: { number, hash } }, null, 1))
      renameSync(`${file}.part`, file)
    },
  }
}
export type Anchors = ReturnType<typeof keepAnchors>

function read(file: string): Record<string, Anchor> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${file} cannot be read: ${(error as Error).message}`)
  }
}
