/** For reading, thousands apart. */
export const shownNumber = (value: number, digits = 2): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits })
