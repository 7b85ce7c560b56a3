import type { Decimal } from '../../../shared/decimal.ts'
import { nothing, showNumber } from '../../../web/format.ts'

/** ㎡ as people read them: whole, or to one decimal where the survey has any. */
export const showSquareMetres = (areaM2: Decimal | null): string =>
  areaM2 === null ? nothing : showNumber(areaM2, areaM2.includes('.') ? 1 : 0)
