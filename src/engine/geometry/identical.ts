import { type Mesh, pointOf } from './mesh.ts'

/** The earlier ring of which this one has the same points in the same or the opposite order, by ring. */
export function identicalRings(mesh: Mesh): Map<number, number> {
  const twins = new Map<number, number>()
  const seen = new Map<string, number[]>()
  for (let ring = 0; ring + 1 < mesh.starts.length; ring++) {
    const lowest = lowestPoint(mesh, ring)
    if (lowest === undefined) continue
    const key = `${sizeOf(mesh, ring)} ${pointOf(mesh, lowest)}`
    const alike = seen.get(key) ?? []
    const first = alike.find((other) => isSame(mesh, ring, other))
    if (first === undefined) seen.set(key, [...alike, ring])
    else twins.set(ring, first)
  }
  return twins
}

const sizeOf = ({ starts }: Mesh, ring: number) => (starts[ring + 1] as number) - (starts[ring] as number)

function lowestPoint(mesh: Mesh, ring: number): number | undefined {
  let lowest: number | undefined
  for (let at = mesh.starts[ring] as number; at < (mesh.starts[ring + 1] as number); at++) {
    if (lowest === undefined) lowest = at
    const [x, y] = pointOf(mesh, at)
    const [lx, ly] = pointOf(mesh, lowest)
    if (x < lx || (x === lx && y < ly)) lowest = at
  }
  return lowest
}

function isSame(mesh: Mesh, a: number, b: number): boolean {
  const size = sizeOf(mesh, a)
  const [startA, startB] = [mesh.starts[a] as number, mesh.starts[b] as number]
  const [lowA = 0, lowB = 0] = [lowestPoint(mesh, a), lowestPoint(mesh, b)]
  return [1, -1].some((step) => {
    for (let n = 0; n < size; n++) {
      const one = startA + ((lowA - startA + n) % size)
      const other = startB + ((lowB - startB + step * n + size) % size)
      if (mesh.xs[one] !== mesh.xs[other] || mesh.ys[one] !== mesh.ys[other]) return false
    }
    return true
  })
}
