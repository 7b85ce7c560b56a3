/** Why two projects may be one; the screen has words for each. */
export const reasonKinds = [
  'code',
  'name',
  'core',
  'sound',
  'alias',
  'investorAmount',
  'similarName',
  'investor',
] as const
/** What speaks for two projects. */
export const againstKinds = ['otherCode', 'otherInvestor', 'otherAmount'] as const
