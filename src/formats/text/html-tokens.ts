export type HtmlToken =
  | { type: 'open'; name: string; attributes: string }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

const rawElements = new Set(['script', 'style', 'xml', 'title'])

/** Tags and text of a web page, however badly it is written. Comments, scripts and styles are left out. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  // Only ASCII: in lower case some letters are longer, and positions must agree.
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag !== at) {
      yield { type: 'text', text: html.slice(at, tag < 0 ? undefined : tag) }
      if (tag < 0) return
    }
    if (html.startsWith('<!--', tag)) {
      at = after(html, '-->', tag + 4)
      continue
    }
    const end = html.indexOf('>', tag)
    if (end < 0) return
    const match = /^(\/?)([a-z][\w:-]*)/.exec(lower.slice(tag + 1, Math.min(end, tag + 40)))
    at = end + 1
    if (!match) {
      if (!/^[!?/]/.test(html.slice(tag + 1, tag + 2))) {
        yield { type: 'text', text: '<' }
        at = tag + 1
      }
      continue
    }
    const [whole, slash, name = ''] = match
    if (slash === '/') yield { type: 'close', name }
    else {
      yield { type: 'open', name, attributes: html.slice(tag + 1 + whole.length, end) }
      if (rawElements.has(name) && html[end - 1] !== '/') at = after(lower, `</${name}`, at)
    }
  }
}

const after = (text: string, mark: string, from: number) => {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + (mark === '-->' ? 3 : 0)
}

/** The value of an attribute; undefined if the tag has none of that name. */
export const htmlAttribute = (attributes: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    attributes,
  )
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  yen: '¥',
  times: '×',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
}

export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    if (code === 160) return ' '
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
