import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { OfficeBook } from './model.ts'
import { commentsDrawing, commentsPart } from './notes.ts'
import { notesOf, sheetPart } from './sheet.ts'
import { styleTable } from './styles.ts'
import { declaration, escaped, namer, officeNamespace } from './xml.ts'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an .xlsx; the same book gives the same bytes on any machine. */
export async function officeXlsx(book: OfficeBook): Promise<Buffer> {
  const zip = new ZipFile()
  const [year, month, day] = book.savedAt
  // DOS times carry no zone, so local parts in and out give the same bytes everywhere.
  const mtime = new Date(year, month - 1, day, 17, 30)
  for (const [path, text] of partsOf(book)) {
    zip.addBuffer(Buffer.from(text), path, {
      mtime,
      mode: 0o100644,
      forceDosTimestamp: true,
      compressionLevel: 9,
    })
  }
  zip.end()
  return buffer(zip.outputStream as Readable)
}

const partsOf = (book: OfficeBook): [path: string, text: string][] => {
  const quirks = book.quirks ?? {}
  const xml = namer(quirks.prefix)
  const styles = styleTable()
  const texts = textTable()
  const sheets = book.sheets.map((sheet) => sheetPart(sheet, xml, styles, texts, quirks))
  const relate = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${officeNamespace}/${type}" Target="${quirks.absoluteTargets && !target.startsWith('..') ? `/xl/${target}` : target}"/>`
  const relations = (inside: string) =>
    `${declaration}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`
  const count = sheets.length
  return [
    ['[Content_Types].xml', contentTypes(book, !quirks.inlineText)],
    [
      '_rels/.rels',
      relations(
        `<Relationship Id="rId1" Type="${officeNamespace}/officeDocument" Target="xl/workbook.xml"/>` +
          `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
          `<Relationship Id="rId3" Type="${officeNamespace}/extended-properties" Target="docProps/app.xml"/>`,
      ),
    ],
    ['docProps/app.xml', appPart(book)],
    ['docProps/core.xml', corePart(book)],
    ['xl/workbook.xml', workbookPart(book)],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        [
          ...sheets.map((_, index) => relate(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
          relate(count + 1, 'styles', 'styles.xml'),
          quirks.inlineText ? '' : relate(count + 2, 'sharedStrings', 'sharedStrings.xml'),
        ].join(''),
      ),
    ],
    ['xl/styles.xml', styles.part(xml)],
    ...(quirks.inlineText ? [] : [['xl/sharedStrings.xml', texts.part(xml)] as [string, string]]),
    ...sheets.map((text, index) => [`xl/worksheets/sheet${index + 1}.xml`, text] as [string, string]),
    ...book.sheets.flatMap((sheet, index) =>
      notesOf(sheet).length === 0
        ? []
        : ([
            [
              `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
              relations(
                relate(1, 'vmlDrawing', `../drawings/vmlDrawing${index + 1}.vml`) +
                  relate(2, 'comments', `../comments${index + 1}.xml`),
              ),
            ],
            [`xl/comments${index + 1}.xml`, commentsPart(sheet, book.author ?? '招商局')],
            [`xl/drawings/vmlDrawing${index + 1}.vml`, commentsDrawing(sheet)],
          ] as [string, string][]),
    ),
  ]
}

const textTable = () => {
  const known = new Map<string, number>()
  return {
    of: (text: string) => {
      const index = known.get(text) ?? known.size
      known.set(text, index)
      return index
    },
    part: (xml: ReturnType<typeof namer>) =>
      xml.root(
        'sst',
        [...known.keys()]
          .map((text) => xml.element('si', '', xml.element('t', 'xml:space="preserve"', escaped(text))))
          .join(''),
      ),
  }
}

const workbookPart = ({ sheets, quirks }: OfficeBook) => {
  const xml = namer(quirks?.prefix)
  const names = sheets.flatMap(({ name, filter }, index) =>
    filter
      ? [
          xml.element(
            'definedName',
            `name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1"`,
            `'${escaped(name)}'!${filter.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`,
          ),
        ]
      : [],
  )
  return xml.root(
    'workbook',
    [
      xml.element('workbookPr', quirks?.from1904 ? 'date1904="1"' : ''),
      xml.element('bookViews', '', xml.element('workbookView')),
      xml.element(
        'sheets',
        '',
        sheets
          .map(({ name, hidden }, index) =>
            xml.element(
              'sheet',
              `name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"`,
            ),
          )
          .join(''),
      ),
      names.length ? xml.element('definedNames', '', names.join('')) : '',
    ].join(''),
  )
}

const contentTypes = ({ sheets }: OfficeBook, shared: boolean) => {
  const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`
  return `${declaration}<Types xmlns="${packages}/content-types">${[
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    override('xl/styles.xml', `${spreadsheet}.styles+xml`),
    shared ? override('xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`) : '',
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ...sheets.map(
      (sheet, index) =>
        override(`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`) +
        (notesOf(sheet).length ? override(`xl/comments${index + 1}.xml`, `${spreadsheet}.comments+xml`) : ''),
    ),
  ].join('')}</Types>`
}

const appPart = ({ quirks }: OfficeBook) =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escaped(quirks?.application ?? 'Microsoft Excel')}</Application><AppVersion>${quirks?.applicationVersion ?? '16.0300'}</AppVersion></Properties>`

const corePart = ({ title, author, savedAt: [year, month, day] }: OfficeBook) => {
  const two = (number: number) => String(number).padStart(2, '0')
  const created = `${year}-${two(month)}-${two(day)}T09:30:00Z`
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title ?? '')}</dc:title><dc:creator>${escaped(author ?? '招商局')}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`
}
