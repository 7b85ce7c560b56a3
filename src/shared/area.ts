import { type Decimal, divideDecimal, multiplyDecimal } from './decimal.ts'

/*
 * 1 亩 = 10000/15 ㎡, so 亩 = ㎡ × 0.0015 exactly; the way back is rounded to 4 decimals of a ㎡.
 * Areas are stored in ㎡; 亩 and 公顷 are for reading and writing only.
 */

const squareMetreDigits = 4

export const muFromSquareMetres = (squareMetres: Decimal): Decimal => multiplyDecimal(squareMetres, '0.0015')

export const squareMetresFromMu = (mu: Decimal): Decimal =>
  divideDecimal(multiplyDecimal(mu, '10000'), '15', squareMetreDigits)

export const hectaresFromSquareMetres = (squareMetres: Decimal): Decimal =>
  multiplyDecimal(squareMetres, '0.0001')

export const squareMetresFromHectares = (hectares: Decimal): Decimal => multiplyDecimal(hectares, '10000')

export const squareMetresFromSquareKilometres = (squareKilometres: Decimal): Decimal =>
  multiplyDecimal(squareKilometres, '1000000')

export const muFromHectares = (hectares: Decimal): Decimal => multiplyDecimal(hectares, '15')

/** To `digits` decimals, half up: a 亩 is not a finite part of a 公顷. */
export const hectaresFromMu = (mu: Decimal, digits = 6): Decimal => divideDecimal(mu, '15', digits)

/** An intensity: 万元/亩 → 万元/公顷. */
export const perHectareFromPerMu = (perMu: Decimal): Decimal => multiplyDecimal(perMu, '15')

/** An intensity: 万元/公顷 → 万元/亩, to `digits` decimals, half up. */
export const perMuFromPerHectare = (perHectare: Decimal, digits = 4): Decimal =>
  divideDecimal(perHectare, '15', digits)
