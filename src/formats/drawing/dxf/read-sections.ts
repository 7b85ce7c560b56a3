import type { DrawingNotices } from '../notices.ts'
import type { Block, Entity, Point } from './entities.ts'
import { GroupReader } from './groups.ts'
import type { DxfDecoder } from './plain-text.ts'
import { readEntity } from './read-entity.ts'

export type Sections = {
  blocks: Map<string, Block>
  entities: Entity[]
}

/** Variables of the header by name, with the first value of each. */
export type Header = Map<string, string>

/** Reads the HEADER alone; it comes first in a file, if it is there. */
export const readHeader = (bytes: Buffer): Header => {
  const header: Header = new Map()
  const reader = new GroupReader(bytes)
  if (!toSection(reader) || reader.ascii !== 'HEADER') return header
  let name = ''
  while (reader.next() && reader.code !== 0) {
    if (reader.code === 9) name = reader.ascii.toUpperCase()
    else if (name !== '' && !header.has(name)) header.set(name, reader.ascii)
  }
  return header
}

/** Reads what is drawn. A file that ends early gives what it has, and a notice. */
export const readSections = (bytes: Buffer, decode: DxfDecoder, notices: DrawingNotices): Sections => {
  const sections: Sections = { blocks: new Map(), entities: [] }
  const reader = new GroupReader(bytes)
  while (toSection(reader)) {
    const name = reader.ascii
    if (!reader.next() || !reader.toNextStart()) break
    if (name === 'BLOCKS') readBlocks(reader, decode, sections.blocks)
    else if (name === 'ENTITIES') readEntities(reader, decode, sections.entities, 'ENDSEC')
  }
  if (reader.code !== 0 || reader.ascii !== 'EOF') notices.add('cut_short', { place: `:${reader.line}` })
  return sections
}

/** To the name of the next section; false at the end of the file, on EOF if there is one. */
const toSection = (reader: GroupReader): boolean => {
  while (reader.code === 0 ? reader.ascii !== 'EOF' : true) {
    const isSection = reader.code === 0 && reader.ascii === 'SECTION'
    if (!reader.next()) return false
    if (isSection && reader.code === 2) return true
  }
  return false
}

const readEntities = (reader: GroupReader, decode: DxfDecoder, into: Entity[], end: string) => {
  while (reader.code === 0 && reader.ascii !== end && !sectionEnds.has(reader.ascii)) {
    const read = readEntity(reader, decode)
    if (read === undefined) return
    for (const entity of read) into.push(entity)
  }
}

const sectionEnds = new Set(['ENDSEC', 'EOF', 'SECTION'])

const readBlocks = (reader: GroupReader, decode: DxfDecoder, blocks: Map<string, Block>) => {
  while (reader.code === 0 && !sectionEnds.has(reader.ascii)) {
    const isBlock = reader.ascii === 'BLOCK'
    const base: Point = [0, 0, 0]
    let name = ''
    while (reader.next() && reader.code !== 0) {
      if (reader.code === 2) name = decode(reader.bytes).trim()
      else if (reader.code === 10 || reader.code === 20 || reader.code === 30)
        base[reader.code / 10 - 1] = reader.number
    }
    if (!isBlock) continue
    const block: Block = { base, entities: [] }
    readEntities(reader, decode, block.entities, 'ENDBLK')
    blocks.set(blockKey(name), block)
  }
}

/** Names of blocks do not care for capitals. */
export const blockKey = (name: string): string => name.toUpperCase()
