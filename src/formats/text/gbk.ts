/**
 * The bytes of a text in GBK, which Chinese Windows calls ANSI; Node can read that but not write it. For a character
 * that GBK lacks, `otherwise` gives what stands for it, in ASCII.
 */
export const encodeGbk = (text: string, otherwise: (character: string) => string): Buffer => {
  const pairs = gbkPairs()
  const bytes = Buffer.allocUnsafe(text.length * 2 + longestStandIn * countOutside(text))
  let at = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = pairs.get(character)
    if (code < 0x80) bytes[at++] = code
    else if (pair !== undefined) at = bytes.writeUInt16BE(pair, at)
    else at += bytes.write(otherwise(character).slice(0, longestStandIn), at, 'latin1')
  }
  return bytes.subarray(0, at)
}

/** Has GBK every character of it? */
export const isGbk = (text: string): boolean => countOutside(text) === 0

const longestStandIn = 16

const countOutside = (text: string) => {
  const pairs = gbkPairs()
  let count = 0
  for (const character of text) if (character.charCodeAt(0) >= 0x80 && !pairs.has(character)) count++
  return count
}

let known: Map<string, number> | undefined

/** Every pair of bytes that decodes to a character, made when first needed. */
const gbkPairs = (): Map<string, number> => {
  if (known !== undefined) return known
  known = new Map()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      // Not what other programs would read otherwise: private characters and broken pairs.
      if (/^[^\ufffd\ue000-\uf8ff]$/u.test(character) && !known.has(character))
        known.set(character, lead * 256 + trail)
    }
  return known
}
