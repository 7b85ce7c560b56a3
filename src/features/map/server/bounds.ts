/** About 300 m around a point. */
const near = 0.003

export const boundsAround = ({ lon, lat }: { lon: number; lat: number }): number[] => [
  lon - near,
  lat - near,
  lon + near,
  lat + near,
]

/** West, south, east, north of both. */
export function boundsOfBoth(one: readonly number[] | null | undefined, other: readonly number[]): number[] {
  if (!one) return [...other]
  return one.map((value, at) =>
    at < 2 ? Math.min(value, other[at] ?? value) : Math.max(value, other[at] ?? value),
  )
}
