import type { Decimal } from '../../shared/decimal.ts'
import type { AmountUnit } from './amount-units.ts'

/** Stored units: money 万元, foreign 万美元, area ㎡, perMu 万元/亩, percent a ratio, number as it stands. */
export type AmountColumn = 'money' | 'foreign' | 'area' | 'perMu' | 'number' | 'percent'

export interface AmountContext {
  column: AmountColumn
  /** What the header, a title line or a person says the bare numbers of this column are. */
  headerUnit?: AmountUnit | undefined
}

/** What a person should hear about an amount that was read. */
export type AmountFlag =
  /** 约, 左右, 余: stored without the word. */
  | 'approx'
  /** 超过, 以上, 以内. */
  | 'bound'
  /** 预计, 暂定. */
  | 'estimate'
  /** The cell's own unit is another than the header's: 5000万元 under （亿元）. */
  | 'unit_differs'
  /** Neither cell nor header names a unit: the stored unit was assumed. */
  | 'default_unit'
  /** A bare number that looks like another unit than its header's. */
  | 'unit_doubtful'
  | 'implausible'
  | 'negative'
  /** Words in brackets were left out. */
  | 'note_ignored'
  /** A part named beside the whole was left out: 其中设备2亿. */
  | 'part_ignored'
  /** The decimal point was written 。 or ·. */
  | 'odd_point'
  /** More than 15 digits of a computed number were rounded to 15. */
  | 'rounded'
  /** w for 万. */
  | 'slang_unit'

export type AmountFailure =
  | 'blank_word'
  | 'undecided'
  | 'error_value'
  | 'range'
  | 'several_amounts'
  | 'currency'
  | 'unit_mismatch'
  | 'not_a_number'
  | 'out_of_range'

export type AmountReading =
  | { ok: true; value: Decimal; unit: AmountUnit | ''; assumed: boolean; flags: AmountFlag[] }
  | { ok: false; code: AmountFailure }

export function fail(code: AmountFailure): AmountReading {
  return { ok: false, code }
}
