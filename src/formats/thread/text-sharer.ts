/** Tables repeat themselves. */
const mostKept = 50_000
const longestKept = 100

/** A message between threads copies every string; this lets equal ones be one again. */
export const textSharer = (): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same !== undefined) return same
    if (known.size < mostKept && text.length < longestKept) known.set(text, text)
    return text
  }
}
