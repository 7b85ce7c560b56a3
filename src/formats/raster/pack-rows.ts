/** A strip of a picture as a canvas gives it: red, green, blue, alpha. */
export type Strip = { width: number; height: number; data: Uint8ClampedArray }

/**
 * Rows of a picture as PNG and PDF both pack them: red, green and blue, each against the row above, deflated as they
 * come, so that no more than a strip of the picture is ever in memory.
 */
export function packRows(): {
  write: (strip: Strip) => Promise<void>
  end: () => Promise<Uint8Array<ArrayBuffer>[]>
} {
  const deflate = new CompressionStream('deflate')
  const writer = deflate.writable.getWriter()
  const packed = collect(deflate.readable)
  // Whoever gives up awaits nothing more.
  packed.catch(() => undefined)
  let above: Uint8Array | undefined
  return {
    async write(strip) {
      const rows = filtered(strip, above ?? new Uint8Array(strip.width * 3))
      above = rows.last
      await writer.write(rows.bytes)
    },
    async end() {
      await writer.close()
      return packed
    },
  }
}

/** Filter 2 of PNG: a row is what it differs by from the one above. */
function filtered({ width, height, data }: Strip, before: Uint8Array) {
  const length = width * 3
  const bytes = new Uint8Array((length + 1) * height)
  let above = before
  for (let y = 0; y < height; y++) {
    const row = new Uint8Array(length)
    const start = y * width * 4
    for (let from = start, to = 0; to < length; from += 4, to += 3) {
      row[to] = data[from] as number
      row[to + 1] = data[from + 1] as number
      row[to + 2] = data[from + 2] as number
    }
    const at = y * (length + 1)
    bytes[at] = 2
    for (let x = 0; x < length; x++) bytes[at + 1 + x] = (row[x] as number) - (above[x] as number)
    above = row
  }
  return { bytes, last: above }
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts
    parts.push(value)
  }
}
