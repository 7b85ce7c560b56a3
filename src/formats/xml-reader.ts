import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable-file.ts'

export type XmlHandlers = {
  /** Names come without namespace prefix; attributes as written. */
  open: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads XML as it arrives. `part` names it in errors. A document type is refused: no workbook needs one, and it is
 * where entity bombs live.
 */
export async function readXml(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const { open, text, close } = handlers
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged', { part, reason: 'document type' })
  })
  parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
  try {
    let decoder: TextDecoder | undefined
    for await (const chunk of chunks) {
      decoder ??= decoderFor(chunk)
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '')
    parser.close()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnreadableFile('damaged', { part, reason }, { cause: error })
  }
}

/** The attribute under any prefix: `r:id`, `d3p1:id` and `id` all are `id`. */
export const attribute = (attributes: Record<string, string>, name: string): string | undefined => {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  const key = Object.keys(attributes).find((other) => other.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** Truth as XML Schema writes it. */
export const isTrue = (value: string | undefined) => value === '1' || value === 'true' || value === 'on'

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const decoderFor = (start: Buffer) => {
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    start.toString('latin1', 0, 200),
  )?.[1]
  return new TextDecoder(wide(start) ?? declared ?? 'utf-8', { fatal: true })
}

const wide = ([first, second]: Buffer) => {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return undefined
}
