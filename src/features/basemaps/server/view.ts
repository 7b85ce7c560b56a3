import type { BasemapView } from '../contract.ts'
import { setsOf, tiandituNearest } from '../model/sources.ts'
import type { BaseFiles } from './files.ts'
import type { StoredBasemap } from './settings.ts'

/** What a map is told: nothing of keys and addresses. */
export async function viewOf({ values, revision }: StoredBasemap, files: BaseFiles): Promise<BasemapView> {
  const { kind, system, credit, nearest } = values
  const file = kind === 'file' ? await files.open(values.file).catch(() => undefined) : undefined
  const tiles = file === 'vector' ? undefined : file
  return {
    sets: setsOf(values),
    version: `${revision}`,
    system,
    credit,
    nearest: tiles?.nearest ?? (kind === 'tianditu' ? tiandituNearest : nearest),
    bounds: tiles?.bounds ?? null,
  }
}
