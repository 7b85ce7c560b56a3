const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** As PNG sums up a chunk; a browser offers none of its own. */
export function crc32(parts: readonly Uint8Array[]): number {
  let sum = 0xffffffff
  for (const part of parts)
    for (const byte of part) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
