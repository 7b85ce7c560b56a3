import { readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'
import { parseReference } from './reference.ts'
import type { Relationship } from './relationships.ts'
import { StringItem } from './string-item.ts'

export type Note = { row: number; column: number; text: string }

/**
 * The comments of a sheet. Where a cell has a thread, the thread counts and its replies follow line by line: the old
 * comment beside it only says that the program is too old for threads.
 */
export const readNotes = async (archive: Archive, relationships: Relationship[]): Promise<Note[]> => {
  const notes = new Map<string, Note>()
  const threads = new Map<string, Note>()
  for (const { type, target } of relationships) {
    if (!archive.has(target)) continue
    if (type === 'comments') await readInto(notes, archive, target, 'comment')
    if (type === 'threadedComment') await readInto(threads, archive, target, 'threadedComment')
  }
  return [...new Map([...notes, ...threads]).values()]
}

const readInto = async (notes: Map<string, Note>, archive: Archive, part: string, element: string) => {
  const item = new StringItem()
  let place: { column: number; row: number } | undefined
  await readXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name === element) {
        place = parseReference(attributes['ref'] ?? '')
        item.start()
      } else if (place !== undefined && !(element === 'comment' && name === 'text')) item.open(name)
    },
    text: (text) => item.add(text),
    close: (name) => {
      if (name !== element) return item.close(name)
      const text = item.finish().trim()
      if (place !== undefined && text !== '') {
        const key = `${place.column},${place.row}`
        const earlier = notes.get(key)
        notes.set(key, { ...place, text: earlier === undefined ? text : `${earlier.text}\n${text}` })
      }
      place = undefined
    },
  })
}
