import { attribute, isTrue, readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'

export type WorkbookPart = {
  sheets: { name: string; relationship: string; hidden: boolean }[]
  /** Days count from 1904, as on old Macintoshes. */
  date1904: boolean
  /** The name of the outermost element; `workbook` if it is one. */
  root: string
}

export const readWorkbookPart = async (archive: Archive, part: string): Promise<WorkbookPart> => {
  const sheets: WorkbookPart['sheets'] = []
  let date1904 = false
  let root = ''
  await readXml(archive.read(part), part, {
    open: (name, attributes) => {
      root ||= name
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const state = attributes['state'] ?? 'visible'
      sheets.push({
        name: attributes['name'] ?? `Sheet${sheets.length + 1}`,
        relationship: attribute(attributes, 'id') ?? '',
        hidden: state !== 'visible',
      })
    },
  })
  return { sheets, date1904, root }
}
