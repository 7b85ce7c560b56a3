import { crc32, deflateSync } from 'node:zlib'
import { hasInk, letterColumns, letterRows } from './stamp-letters.ts'

/** Pixels of one dot; a sheet repeats the tile behind all its cells. */
const dot = 3
const advance = letterColumns + 1
const lineStep = letterRows + 5
const slope = -0.3 // radians
const margin = 48
/** Light enough to read figures through, dark enough for a photograph of the screen. */
const ink = 40
const samples = 2
/** 96 to the inch: printed as large as on the screen. */
const pixelsPerMetre = 3780

/** A tile with a few lines of letters, digits and marks, aslant in light grey on white, as a PNG. */
export function stampPicture(lines: readonly string[]): Buffer {
  const columns = Math.max(1, ...lines.map((line) => line.length)) * advance
  const rows = lines.length * lineStep
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)]
  const width = Math.ceil(dot * (columns * cos + rows * -sin)) + 2 * margin
  const height = Math.ceil(dot * (columns * -sin + rows * cos)) + 2 * margin
  const drawn = Uint8Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const letter = lines[Math.floor(row / lineStep)]?.[Math.floor(column / advance)]
    const [inner, down] = [column % advance, row % lineStep]
    const fits = letter !== undefined && inner < letterColumns && down < letterRows
    return fits && hasInk(letter, inner, down) ? 1 : 0
  })
  const inked = (x: number, y: number) => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    const column = Math.floor((dx * cos + dy * sin) / dot + columns / 2)
    const row = Math.floor((dy * cos - dx * sin) / dot + rows / 2)
    return column >= 0 && column < columns && row >= 0 && row < rows && drawn[row * columns + column] === 1
  }
  const pixels = Buffer.alloc((width + 1) * height) // a filter byte of 0 before each row
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let hit = 0
      for (let part = 0; part < samples * samples; part++)
        if (inked(x + ((part % samples) + 0.5) / samples, y + (Math.floor(part / samples) + 0.5) / samples))
          hit++
      pixels[y * (width + 1) + 1 + x] = 255 - Math.round((ink * hit) / (samples * samples))
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8) // 8 bits of grey
  const scale = Buffer.alloc(9, 1) // its last byte: per metre
  scale.writeUInt32BE(pixelsPerMetre, 0)
  scale.writeUInt32BE(pixelsPerMetre, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('pHYs', scale),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
