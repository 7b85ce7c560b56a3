/** What a zone asks of its accounts. */
export const factorDemands = ['off', 'administrators', 'all'] as const
export type FactorDemand = (typeof factorDemands)[number]

export type Settings = {
  minLength: number
  minLengthAdministrators: number
  /** Of capitals, small letters, digits and signs, how many kinds. */
  classes: number
  /** Former passwords, besides the one in use, that may not be taken again. */
  history: number
  /** 0: never. */
  maxAgeDays: number
  failures: number
  lockMinutes: number
  idleMinutes: number
  firstChange: boolean
  secondFactor: FactorDemand
  oneSession: boolean
}
export type SettingKey = keyof Settings

/** What an assessor looks for, in our own words in the texts. */
export const matters = ['identity', 'failures', 'timeout', 'twoFactors', 'concurrent', 'powers'] as const
export type Matter = (typeof matters)[number]

/** Which level of GB/T 22239-2019. */
export const levels = [2, 3] as const
export type Level = (typeof levels)[number]

/**
 * `sourced`: the matter is in published wording of the standard. Its figures are not: those are settings that assessors
 * are known to accept, examples that a zone sets as its own assessor asks.
 */
export type Mark = 'sourced' | 'example'

type Demand = { from?: number; to?: number }
export type Setting = {
  key: SettingKey
  kind: 'number' | 'switch' | 'factor'
  /** Of numbers, what may be entered. */
  from: number
  to: number
  matter: Matter
  mark: Mark
  /** Absent: that level does not ask for it. */
  demands: Partial<Record<Level, Demand>>
  presets: Record<Level, number>
}

const both = (demand: Demand) => ({ 2: demand, 3: demand })
const preset = (second: number, third = second) => ({ 2: second, 3: third })

/** Every setting once: its bounds, what it is for, what the levels ask, and what is usual there. */
export const settings: readonly Setting[] = [
  {
    ...{ key: 'minLength', kind: 'number', from: 8, to: 64, matter: 'identity', mark: 'sourced' },
    ...{ demands: both({ from: 8 }), presets: preset(8) },
  },
  {
    ...{
      key: 'minLengthAdministrators',
      kind: 'number',
      from: 8,
      to: 64,
      matter: 'identity',
      mark: 'sourced',
    },
    ...{ demands: both({ from: 10 }), presets: preset(10, 12) },
  },
  {
    ...{ key: 'classes', kind: 'number', from: 1, to: 4, matter: 'identity', mark: 'sourced' },
    ...{ demands: both({ from: 3 }), presets: preset(3) },
  },
  {
    ...{ key: 'history', kind: 'number', from: 0, to: 24, matter: 'identity', mark: 'example' },
    ...{ demands: both({ from: 5 }), presets: preset(5) },
  },
  {
    ...{ key: 'maxAgeDays', kind: 'number', from: 0, to: 365, matter: 'identity', mark: 'sourced' },
    ...{ demands: both({ from: 1, to: 90 }), presets: preset(90) },
  },
  {
    ...{ key: 'firstChange', kind: 'switch', from: 0, to: 1, matter: 'identity', mark: 'example' },
    ...{ demands: both({ from: 1 }), presets: preset(1) },
  },
  {
    ...{ key: 'failures', kind: 'number', from: 3, to: 10, matter: 'failures', mark: 'sourced' },
    ...{ demands: both({ to: 5 }), presets: preset(5) },
  },
  {
    ...{ key: 'lockMinutes', kind: 'number', from: 5, to: 120, matter: 'failures', mark: 'sourced' },
    ...{ demands: both({ from: 10 }), presets: preset(10, 30) },
  },
  {
    ...{ key: 'idleMinutes', kind: 'number', from: 5, to: 120, matter: 'timeout', mark: 'sourced' },
    ...{ demands: both({ to: 30 }), presets: preset(30, 10) },
  },
  {
    ...{ key: 'secondFactor', kind: 'factor', from: 0, to: 2, matter: 'twoFactors', mark: 'sourced' },
    ...{ demands: { 3: { from: 2 } }, presets: preset(0, 2) },
  },
  {
    ...{ key: 'oneSession', kind: 'switch', from: 0, to: 1, matter: 'concurrent', mark: 'sourced' },
    ...{ demands: {}, presets: preset(0) },
  },
]

/** Of a zone that has set nothing. The sample's published passwords are years old, so no age is asked of itself. */
export const defaultSettings = (idleMinutes: number): Settings => ({
  minLength: 8,
  minLengthAdministrators: 10,
  classes: 3,
  history: 5,
  maxAgeDays: 0,
  failures: 5,
  lockMinutes: 15,
  idleMinutes,
  firstChange: true,
  secondFactor: 'off',
  oneSession: false,
})

/** A value as a number: switches 0 or 1, the second factor by how many it asks. */
export const asNumber = (value: Settings[SettingKey]): number =>
  typeof value === 'string' ? factorDemands.indexOf(value) : Number(value)

/** Whether a level's demand is met; null where it makes none. */
export function meets({ key, demands }: Setting, level: Level, values: Settings): boolean | null {
  const demand = demands[level]
  if (!demand) return null
  const value = asNumber(values[key])
  return value >= (demand.from ?? value) && value <= (demand.to ?? value)
}

/** Everything as is usual at a level. */
export function presetOf(level: Level): Settings {
  const of = (setting: Setting) => {
    const value = setting.presets[level]
    if (setting.kind === 'factor') return factorDemands[value]
    return setting.kind === 'switch' ? value === 1 : value
  }
  return Object.fromEntries(settings.map((setting) => [setting.key, of(setting)])) as Settings
}

/** What is wrong with these values: a number out of its bounds, or administrators asked less than the others. */
export function faultOf(
  values: Settings,
): { key: SettingKey; value: number; from: number; to: number } | undefined {
  for (const { key, kind, from, to } of settings) {
    const value = asNumber(values[key])
    const least = key === 'minLengthAdministrators' ? Math.max(from, values.minLength) : from
    if (kind === 'number' && !(Number.isInteger(value) && value >= least && value <= to))
      return { key, value, from: least, to }
  }
  return undefined
}
