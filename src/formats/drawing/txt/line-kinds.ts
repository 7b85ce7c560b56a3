/** What one line of a coordinate TXT says, before anything is made of it. */
export type Line =
  | { kind: 'section'; name: string }
  | { kind: 'pair'; key: string; value: string }
  | { kind: 'head'; fields: string[] }
  | { kind: 'point'; ring: string; first: number; second: number; hasHeight: boolean }
  | { kind: 'bad_number'; value: string }
  | { kind: 'unknown' }

/** A line without blanks at its ends. `wide`: brackets, digits or commas were full-width ones. */
export const readLine = (text: string): { line: Line; wide: boolean } => {
  const section = /^[[【［]([^\]】］]*)[\]】］]$/.exec(text)
  if (section)
    return { line: { kind: 'section', name: (section[1] ?? '').trim() }, wide: !/^\[.*\]$/.test(text) }
  const line = plainLine(text)
  if (!wideCharacter.test(text)) return { line, wide: false }
  if (line.kind === 'head') {
    const [count = '', area = '', ...others] = line.fields
    const fields = [narrowNumber(count), narrowNumber(area), ...others]
    return { line: { kind: 'head', fields }, wide: fields[0] !== count || fields[1] !== area }
  }
  if (line.kind === 'pair' || line.kind === 'point') return { line, wide: false }
  const narrowed = plainLine(narrow(text))
  if (narrowed.kind === 'point' || narrowed.kind === 'bad_number') return { line: narrowed, wide: true }
  const separated = plainLine(text.replace(/[，＝＠]/g, narrow))
  return separated.kind === 'unknown' ? { line, wide: false } : { line: separated, wide: true }
}

/** Names keep their full-width brackets and commas, so only lines that say nothing otherwise are looked at again. */
const wideCharacter = /[\uff01-\uff5e\u3000]/
const narrow = (text: string) =>
  text
    .replaceAll('\u3000', ' ')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const numberText = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/
const ringText = /^\d*$/
const pointName = /^[A-Za-z]{0,4}\d/
const kindNames = new Set(['点', '线', '面'])

const narrowNumber = (text: string) => (numberText.test(narrow(text)) ? narrow(text) : text)

const plainLine = (text: string): Line => {
  const fields = text.split(',').map((field) => field.trim())
  const end = endOfHead(fields)
  if (end !== undefined) return { kind: 'head', fields: end }
  while (fields.length > 4 && fields.at(-1) === '') fields.pop()
  const [name = '', ring = '', first = '', second = '', third] = fields
  const couldBePoint = fields.length >= 4 && name !== '' && ringText.test(ring)
  if (couldBePoint && numberText.test(first) && numberText.test(second)) {
    const [x, y] = [Number(first), Number(second)]
    if (!Number.isFinite(x)) return { kind: 'bad_number', value: first }
    if (!Number.isFinite(y)) return { kind: 'bad_number', value: second }
    if (third === undefined || numberText.test(third))
      return { kind: 'point', ring: ring || '1', first: x, second: y, hasHeight: third !== undefined }
  }
  if (isHeadWithoutEnd(fields)) return { kind: 'head', fields }
  if (couldBePoint && pointName.test(name) && fields.length <= 5)
    return { kind: 'bad_number', value: numberText.test(first) ? second : first }
  const pair = /^([^=,]+)=(.*)$/.exec(text)
  return pair
    ? { kind: 'pair', key: (pair[1] ?? '').trim(), value: (pair[2] ?? '').trim() }
    : { kind: 'unknown' }
}

/** The fields before `@`, which ends the line that introduces a shape, or undefined if there is none. */
const endOfHead = (fields: string[]): string[] | undefined => {
  const at = fields.lastIndexOf('@')
  if (at >= 0) return [...fields.slice(0, at), ...fields.slice(at + 1).filter((field) => field !== '')]
  const last = fields.at(-1) ?? ''
  return fields.length > 2 && last.endsWith('@')
    ? [...fields.slice(0, -1), last.slice(0, -1).trim()]
    : undefined
}

/** The `@` is forgotten at times: a number of points, an area, and enough of the rest to be sure. */
const isHeadWithoutEnd = (fields: string[]) => {
  const [count = '', area = ''] = fields
  if (!/^\d*$/.test(count) || !(area === '' || numberText.test(area))) return false
  return fields.length >= 7 || kindNames.has(fields[4] ?? '')
}
