/**
 * Reads the tab-separated text that Excel, WPS and LibreOffice put on the clipboard. A quoted field may hold tabs,
 * line breaks and doubled quotes. Excel leaves a plain cell that merely starts and ends with quotes unescaped, so
 * quotes around text that did not need them are kept as text. All rows come out equally long.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (true) {
    const field = quotedField(text, at) ?? plainField(text, at)
    rows.at(-1)?.push(field.text)
    at = field.end
    if (at >= text.length) break
    if (text[at] === '\t') at += 1
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at >= text.length) break // a final line break ends the last row and starts none
      rows.push([])
    }
  }
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
}

type Field = { text: string; end: number }

function plainField(text: string, from: number): Field {
  let end = from
  while (end < text.length && !isBreak(text[end])) end += 1
  return { text: text.slice(from, end), end }
}

function quotedField(text: string, from: number): Field | null {
  if (text[from] !== '"') return null
  let at = from + 1
  let needed = false
  while (at < text.length) {
    const char = text[at]
    if (char === '"' && text[at + 1] === '"') {
      needed = true
      at += 2
    } else if (char === '"') {
      const end = at + 1
      if (!needed || (end < text.length && !isBreak(text[end]))) return null
      return {
        text: text
          .slice(from + 1, at)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
        end,
      }
    } else {
      if (isBreak(char)) needed = true
      at += 1
    }
  }
  return null
}

function isBreak(char: string | undefined): boolean {
  return char === '\t' || char === '\n' || char === '\r'
}

/** The reverse of parseTsv, with the final line break that Excel writes. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join('')
}

function quote(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table for the same clipboard, so that Excel keeps codes such as 0012 or an 18-digit number as text. */
export function formatHtml(rows: readonly (readonly string[])[], isText: readonly boolean[]): string {
  const cell = (text: string, col: number) =>
    `<td${isText[col] ? ` style="mso-number-format:'\\@'"` : ''}>${escapeHtml(text).replace(/\r\n|\n|\r/g, '<br>')}</td>`
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Lines and columns a paste covers: along each side the clipboard repeats if the selection is a multiple of it. */
export function pasteSize(
  selected: { lines: number; cols: number },
  copied: { lines: number; cols: number },
): { lines: number; cols: number } {
  const along = (wanted: number, given: number) => (wanted % given === 0 ? wanted : given)
  return { lines: along(selected.lines, copied.lines), cols: along(selected.cols, copied.cols) }
}
