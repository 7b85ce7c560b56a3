import type { Luck } from './random.ts'

/** Round as people round in a first talk: 万元. */
export const spoken = (amount: number) => {
  const step = amount < 10_000 ? 500 : amount < 100_000 ? 1000 : 5000
  return Math.max(step, Math.round(amount / step) * step)
}

/** As a contract has it. */
export const contracted = (amount: number) =>
  Math.max(100, Math.round(amount / (amount < 30_000 ? 10 : 100)) * (amount < 30_000 ? 10 : 100))

/** Small amounts are common and large ones rare. */
export const amountBetween = (low: number, high: number, luck: Luck) =>
  low * (high / low) ** (luck.part() ** 1.35)

export const twoDecimals = (value: number) => Math.round(value * 100) / 100
