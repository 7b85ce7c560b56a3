/*
 * On which side of a line a point lies, exactly: rounding would here find crossings that are none. The quick way is
 * taken where its error bound allows (Shewchuk 1997, the first stage of orient2d), whole numbers elsewhere.
 */
const errorBound = (3 + 16 * 2 ** -53) * 2 ** -53

/** 1 if c lies left of the line from a to b, -1 if right, 0 if on it. */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const left = (ax - cx) * (by - cy)
  const right = (ay - cy) * (bx - cx)
  const difference = left - right
  const bound = errorBound * (Math.abs(left) + Math.abs(right))
  if (difference > bound) return 1
  if (-difference > bound) return -1
  return exactly(ax, ay, bx, by, cx, cy)
}

function exactly(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): -1 | 0 | 1 {
  // Level and upright edges are most of what is ever on a line.
  if ((ax === bx && bx === cx) || (ay === by && by === cy)) return 0
  const [x, y] = [whole(cx), whole(cy)]
  const left = (whole(ax) - x) * (whole(by) - y)
  const right = (whole(ay) - y) * (whole(bx) - x)
  return left > right ? 1 : left < right ? -1 : 0
}

const bits = new DataView(new ArrayBuffer(8))

/** value × 2^1074: every double is a whole number then. */
function whole(value: number): bigint {
  bits.setFloat64(0, value)
  const high = bits.getUint32(0)
  const exponent = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4))
  const size = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1)
  return high >>> 31 ? -size : size
}
