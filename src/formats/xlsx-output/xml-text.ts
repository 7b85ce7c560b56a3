/** The longest text a cell of Excel holds, in UTF-16 units. */
export const longestText = 32_767

const needsCare = /[&<>"\r\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n]|_x[0-9A-Fa-f]{4}_/u

/** Text as XML content or attribute value. What XML cannot carry is left out; a carriage return becomes `_x000D_`. */
export const xmlText = (text: string): string => (needsCare.test(text) ? escapeCarefully(text) : text)

const escapeCarefully = (text: string) =>
  withoutIllegal(text)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_')

/** Drops control characters, lone surrogates and the two non-characters, all illegal in XML 1.0. */
const withoutIllegal = (text: string) =>
  text.replaceAll(/[^\P{Cc}\t\n\r\x7f-\x9f]|[\p{Cs}\ufffe\uffff]/gu, '')

/** Cuts to what a cell holds without splitting a surrogate pair. */
export const fitCell = (text: string): string => {
  if (text.length <= longestText) return text
  const last = text.charCodeAt(longestText - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? longestText - 1 : longestText)
}
