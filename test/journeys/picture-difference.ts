import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

export type PictureDifference = { share: number; picture: PNG }

/** Sides of a square that becomes one dot: the edges of letters melt, what stands where stays. */
const square = 6
/** Of a colour, 0 to 1. */
const threshold = 0.1

/** How much of a picture differs from another of its size, and where: both made small first. */
export function pictureDifference(one: PNG, other: PNG): PictureDifference {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`${one.width} × ${one.height} is not the size approved: ${other.width} × ${other.height}`)
  const [small, before] = [shrunk(one), shrunk(other)]
  const picture = new PNG({ width: small.width, height: small.height })
  const { width, height } = small
  const count = pixelmatch(small.data, before.data, picture.data, width, height, {
    threshold,
    includeAA: true,
  })
  return { share: count / (width * height), picture }
}

function shrunk({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / square), height: Math.floor(height / square) })
  for (let at = 0; at < small.width * small.height; at++) {
    const [left, top] = [(at % small.width) * square, Math.floor(at / small.width) * square]
    for (let colour = 0; colour < 4; colour++) {
      let sum = 0
      for (let dot = 0; dot < square * square; dot++) {
        const [x, y] = [left + (dot % square), top + Math.floor(dot / square)]
        sum += data[(y * width + x) * 4 + colour] ?? 0
      }
      small.data[at * 4 + colour] = sum / (square * square)
    }
  }
  return small
}
