import { columnLetters, type OfficeSheet } from './model.ts'
import { notesOf } from './sheet.ts'
import { declaration, escaped, mainNamespace } from './xml.ts'

/** Comments of a sheet, and the drawing without which Excel does not show them. */
export const commentsPart = (sheet: OfficeSheet, author: string) =>
  `${declaration}<comments xmlns="${mainNamespace}"><authors><author>${escaped(author)}</author></authors><commentList>${notesOf(
    sheet,
  )
    .map(
      ({ row, column, note }) =>
        `<comment ref="${columnLetters(column)}${row + 1}" authorId="0"><text><r><t xml:space="preserve">${escaped(note)}</t></r></text></comment>`,
    )
    .join('')}</commentList></comments>`

export const commentsDrawing = (sheet: OfficeSheet) =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
  `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${notesOf(
    sheet,
  )
    .map(
      ({ row, column }, index) =>
        `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:160pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},10,${row},5,${column + 3},20,${row + 3},10</x:Anchor>` +
        `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`
