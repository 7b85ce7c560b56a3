/** `%%` and a letter or the number of a character, as TEXT has them. */
const signs: Record<string, string> = { d: '°', p: '±', c: '⌀', '%': '%' }

/** Decodes texts and names of a DXF: bytes of its character set, with `\U+4E59` and `\M+5D2D2` for what that lacks. */
export type DxfDecoder = (bytes: Buffer) => string

export const dxfDecoder = (encoding: string): DxfDecoder => {
  const decoder = new TextDecoder(encoding)
  return (bytes) =>
    decoder
      .decode(bytes)
      .replace(/\\U\+([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\M\+([1-5])([0-9a-f]{4})/gi, (_, page: string, hex: string) =>
        new TextDecoder(pages[Number(page)]).decode(Buffer.from(hex, 'hex')),
      )
}

const pages = ['', 'shift_jis', 'big5', 'euc-kr', 'euc-kr', 'gb18030']

/** What a TEXT or ATTRIB shows. */
export const plainText = (text: string): string =>
  text
    .replace(/\^([IJM ])/g, (_, sign: string) => (sign === ' ' ? '^' : sign === 'I' ? '\t' : '\n'))
    .replace(/%%([duopck%])/gi, (_, sign: string) => signs[sign.toLowerCase()] ?? '')
    .replace(/%%(\d{3})/g, (_, number: string) => String.fromCharCode(Number(number)))
    .trim()

/** What an MTEXT shows, without its fonts, heights, colours and stacks. */
export const plainMtext = (text: string): string =>
  plainText(
    text.replace(
      /\\([\\{}])|\\[PNX]|\\~|\\S([^;]*);|\\[ACcFfHpQTW][^;\\{}]*;|\\[LlOoKk]|[{}]/g,
      (code, literal: string | undefined, stack: string | undefined) => {
        if (literal !== undefined) return literal
        if (stack !== undefined) return stack.replace(/\s*[#^]\s*/, '/')
        if (code === '\\~') return ' '
        return code === '\\P' || code === '\\N' ? '\n' : ''
      },
    ),
  )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
