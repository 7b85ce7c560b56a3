import type { FileHandle } from 'node:fs/promises'

const chunkBytes = 256 * 1024

/** The first 4 KB, or what there is. */
export const firstBytes = async (file: FileHandle): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
  return buffer.subarray(0, bytesRead)
}

/** From the start, each time it is called. */
export async function* bytesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

export const wholeOf = async (file: FileHandle): Promise<Buffer> => {
  const whole = Buffer.allocUnsafe((await file.stat()).size)
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(whole, position, whole.length - position, position)
    position += bytesRead
    if (bytesRead === 0 || position === whole.length) return whole.subarray(0, position)
  }
}
