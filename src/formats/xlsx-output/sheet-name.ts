const longestName = 31

/** A name Excel accepts: no `[]:*?/\`, no quote at either end, at most 31 characters, unlike any name in use. */
export const validSheetName = (wanted: string, inUse: Iterable<string>): string => {
  const taken = new Set(Array.from(inUse, (name) => name.toLowerCase()))
  const clean = wanted.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ').trim()
  const base = cut(clean.replaceAll(/^'+|'+$/g, ''), longestName) || 'Sheet'
  let name = base
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const ending = ` (${number})`
    name = cut(base, longestName - ending.length) + ending
  }
  return name
}

const cut = (text: string, length: number) => {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, text.length > length && last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}
