import { crc32 } from './crc32.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Packed = { width: number; height: number; parts: readonly Bytes[] }

const mmPerMetre = 1000
const mmPerInch = 25.4

/** A PNG of packed rows, as parts of a file: it says how many dots make an inch, and what else is to be said of it. */
export function pngFile(
  { width, height, parts }: Packed,
  { dpi, said = {} }: { dpi: number; said?: Record<string, string> },
): Bytes[] {
  const perMetre = Math.round((dpi * mmPerMetre) / mmPerInch)
  return [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunk('IHDR', [bytesOf(width, height), new Uint8Array([8, 2, 0, 0, 0])]),
    ...chunk('pHYs', [bytesOf(perMetre, perMetre), new Uint8Array([1])]),
    ...Object.entries(said).flatMap(([key, text]) => chunk('iTXt', [utf8(`${key}\0\0\0\0\0${text}`)])),
    ...parts.flatMap((part) => chunk('IDAT', [part])),
    ...chunk('IEND', []),
  ]
}

function chunk(type: string, body: readonly Bytes[]): Bytes[] {
  const name = utf8(type)
  const length = body.reduce((sum, { byteLength }) => sum + byteLength, 0)
  return [bytesOf(length), name, ...body, bytesOf(crc32([name, ...body]))]
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Four bytes each, the highest first. */
function bytesOf(...numbers: number[]): Bytes {
  const view = new DataView(new ArrayBuffer(numbers.length * 4))
  for (const [at, number] of numbers.entries()) view.setUint32(at * 4, number)
  return new Uint8Array(view.buffer)
}
