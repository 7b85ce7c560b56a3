/** So many of a kind are told one by one; the rest are counted. */
export const toldAtMost = 20

/** Each with how many of its kind there are in all. */
export type Told<T> = T & { count: number }

/** Gathers findings of coded kinds without growing with the file. */
export function teller<T extends { code: string }>() {
  const told: T[] = []
  const counts = new Map<string, number>()
  return {
    tell(one: T) {
      const count = (counts.get(one.code) ?? 0) + 1
      counts.set(one.code, count)
      if (count <= toldAtMost) told.push(one)
    },
    has: (code: T['code']) => counts.has(code),
    all: (): Told<T>[] => told.map((one) => ({ ...one, count: counts.get(one.code) ?? 1 })),
  }
}
