import { UnreadableFile } from '../unreadable-file.ts'
import { readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'
import { StringItem } from './string-item.ts'

/** Characters of all strings together; past it no heap is large enough. */
const mostCharacters = 300_000_000

/** The texts that cells refer to by index. `onCut` hears of texts that were too long. */
export const readSharedStrings = async (
  archive: Archive,
  part: string,
  mostStrings: number,
  onCut: () => void,
) => {
  const strings: string[] = []
  const item = new StringItem()
  let characters = 0
  await readXml(archive.read(part), part, {
    open: (name) => {
      if (name === 'si') item.start()
      else item.open(name)
    },
    text: (text) => item.add(text),
    close: (name) => {
      if (name !== 'si') return item.close(name)
      const text = item.finish()
      if (item.cut) onCut()
      strings.push(text)
      characters += text.length
      if (strings.length > mostStrings || characters > mostCharacters) {
        throw new UnreadableFile('too_many_cells', { part, limit: mostStrings })
      }
    },
  })
  return strings
}
