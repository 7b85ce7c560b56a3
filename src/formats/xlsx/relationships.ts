import { attribute, readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'

/** `type` is the last word of the relationship's address, the same in transitional and strict files. */
export type Relationship = { id: string; type: string; target: string; external: boolean }

/** What `part` refers to; targets are paths from the root of the archive. Empty if it refers to nothing. */
export const readRelationships = async (archive: Archive, part: string): Promise<Relationship[]> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relationships: Relationship[] = []
  if (!archive.has(path)) return relationships
  await readXml(archive.read(path), path, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      relationships.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: resolve(folder, attribute(attributes, 'Target') ?? ''),
        external: attribute(attributes, 'TargetMode') === 'External',
      })
    },
  })
  return relationships
}

const resolve = (folder: string, target: string) => {
  const forward = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (forward.startsWith('/') ? forward : folder + forward).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
