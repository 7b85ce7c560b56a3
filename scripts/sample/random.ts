/** Chance that gives the same answers for the same key, so that one project's luck never moves another's. */
export type Luck = {
  /** Whole number, both ends included. */
  between: (low: number, high: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** 0 to 1 */
  part: () => number
}

export const luck = (key: string): Luck => {
  let state = hash(key)
  const part = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    part,
    between: (low, high) => low + Math.floor(part() * (high - low + 1)),
    chance: (share) => part() < share,
    pick: (list) => {
      const chosen = list[Math.floor(part() * list.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
  }
}

/** FNV-1a over UTF-16 code units. */
const hash = (key: string) => {
  let value = 0x811c9dc5
  for (let index = 0; index < key.length; index++)
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193)
  return value | 0
}
