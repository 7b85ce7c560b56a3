import { compareDecimal, type Decimal, sumDecimal } from '../../shared/decimal.ts'

/** 1, 10, 50 and 100 亿元, in 万元. */
export const usualTiers: readonly Decimal[] = ['10000', '100000', '500000', '1000000']

export interface TierCount {
  /** Lower bound in 万元, included. */
  atLeast: Decimal
  /** Upper bound in 万元, not included; only of an exclusive band that has one. */
  below?: Decimal
  count: number
  /** Total of their amounts, 万元. */
  total: Decimal
}

export interface TierReading {
  /** "≥10亿元" holds what "≥50亿元" holds: the ordinary use. From the lowest up. */
  nested: TierCount[]
  /** Each project in one band only. From the lowest up. */
  exclusive: TierCount[]
  /** Below the lowest tier. */
  under: { count: number; total: Decimal }
  /** Without an amount: in no tier, and never silently in the lowest. */
  unknown: number
}

/** Counts amounts (万元; null where there is none) by tiers. */
export function countByTiers(
  amounts: readonly (Decimal | null)[],
  tiers: readonly Decimal[] = usualTiers,
): TierReading {
  const bounds = [...new Set(tiers)].sort(compareDecimal)
  const known = amounts.filter((amount) => amount !== null)
  const tally = (test: (amount: Decimal) => boolean) => {
    const inside = known.filter(test)
    return { count: inside.length, total: sumDecimal(inside) }
  }
  const lowest = bounds[0]
  return {
    nested: bounds.map((atLeast) => ({
      atLeast,
      ...tally((amount) => compareDecimal(amount, atLeast) >= 0),
    })),
    exclusive: bounds.map((atLeast, at) => {
      const below = bounds[at + 1]
      const inside = (amount: Decimal) =>
        compareDecimal(amount, atLeast) >= 0 && (below === undefined || compareDecimal(amount, below) < 0)
      return { atLeast, ...(below === undefined ? {} : { below }), ...tally(inside) }
    }),
    under: tally((amount) => lowest !== undefined && compareDecimal(amount, lowest) < 0),
    unknown: amounts.length - known.length,
  }
}

export interface GivenBand {
  atLeast: Decimal
  count: number
}

export type BandReading =
  | {
      ok: true
      /** How the figures must have been meant. */
      meant: 'exclusive' | 'nested'
      nested: GivenBand[]
      exclusive: GivenBand[]
    }
  /** Read as bands they leave out (or count twice) `difference` projects; read as nested the lowest is not the total. */
  | { ok: false; code: 'do_not_sum'; sum: number; total: number; difference: number }

/**
 * Figures someone else gave ("18 projects: 1 ≥50亿, 3 ≥10亿, 13 ≥1亿") with their total. They are turned into nested or
 * exclusive counts only if one of the two readings makes the total; otherwise the difference is reported, and
 * nothing is derived: the zone's own Feb-2022 item gives 17 of 18.
 */
export function readGivenBands(total: number, bands: readonly GivenBand[]): BandReading {
  const sorted = [...bands].sort((a, b) => compareDecimal(a.atLeast, b.atLeast))
  const counts = sorted.map((band) => band.count)
  const sum = counts.reduce((all, count) => all + count, 0)
  const asNested =
    counts[0] === total && counts.every((count, at) => at === 0 || count <= (counts[at - 1] ?? 0))
  if (sum !== total && !asNested)
    return { ok: false, code: 'do_not_sum', sum, total, difference: total - sum }
  const meant = asNested ? 'nested' : 'exclusive'
  const nested = sorted.map(({ atLeast }, at) => ({
    atLeast,
    count: meant === 'nested' ? (counts[at] ?? 0) : counts.slice(at).reduce((all, count) => all + count, 0),
  }))
  const exclusive = nested.map(({ atLeast, count }, at) => ({
    atLeast,
    count: count - (nested[at + 1]?.count ?? 0),
  }))
  return { ok: true, meant, nested, exclusive }
}
