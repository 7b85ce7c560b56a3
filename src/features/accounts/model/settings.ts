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
  /** That a wall may stay signed in for; 0: none may. */
  wallDays: number
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

const asked = (demand: Demand): Setting['demands'] => ({ 2: demand, 3: demand })

/** Every setting once: its bounds, what it is for, what the levels ask, and what is usual there. */
export const settings: readonly Setting[] = [
  number('minLength', [8, 64], ['identity', 'sourced'], asked({ from: 8 }), [8, 8]),
  number('minLengthAdministrators', [8, 64], ['identity', 'example'], asked({ from: 10 }), [10, 12]),
  number('classes', [1, 4], ['identity', 'sourced'], asked({ from: 3 }), [3, 3]),
  number('history', [0, 24], ['identity', 'example'], asked({ from: 5 }), [5, 5]),
  number('maxAgeDays', [0, 365], ['identity', 'sourced'], asked({ from: 1, to: 90 }), [90, 90]),
  choice('firstChange', 'switch', ['identity', 'example'], asked({ from: 1 }), [1, 1]),
  number('failures', [3, 10], ['failures', 'sourced'], asked({ to: 5 }), [5, 5]),
  number('lockMinutes', [5, 120], ['failures', 'sourced'], asked({ from: 10 }), [10, 30]),
  number('idleMinutes', [5, 120], ['timeout', 'sourced'], asked({ to: 30 }), [30, 10]),
  choice('secondFactor', 'factor', ['twoFactors', 'sourced'], { 3: { from: 2 } }, [0, 2]),
  choice('oneSession', 'switch', ['concurrent', 'example'], {}, [0, 0]),
  number('wallDays', [0, 31], ['timeout', 'example'], {}, [0, 0]),
]

function number(
  key: SettingKey,
  [from, to]: [number, number],
  [matter, mark]: [Matter, Mark],
  demands: Setting['demands'],
  [second, third]: [number, number],
): Setting {
  return { key, kind: 'number', from, to, matter, mark, demands, presets: { 2: second, 3: third } }
}

function choice(
  key: SettingKey,
  kind: 'switch' | 'factor',
  [matter, mark]: [Matter, Mark],
  demands: Setting['demands'],
  [second, third]: [number, number],
): Setting {
  const presets = { 2: second, 3: third }
  return { key, kind, from: 0, to: kind === 'switch' ? 1 : 2, matter, mark, demands, presets }
}

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
  // An exception to the time-out is opened by whoever answers for it, or not at all.
  wallDays: 0,
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
