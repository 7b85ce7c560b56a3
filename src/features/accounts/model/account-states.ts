import type { Settings } from './settings.ts'

/** What an account can be that a security administrator wants to know. Nothing of what its person does. */
export const accountStates = [
  'secondFactor',
  'missingFactor',
  'oldPassword',
  'firstPassword',
  'locked',
  'noPost',
] as const
export type AccountState = (typeof accountStates)[number]

export type AccountNow = {
  roles: readonly string[]
  secondFactorSince: Date | null
  passwordSince: Date
  firstPassword: boolean
  lockedUntil: Date | null
}

export const isAdministrator = (roles: readonly string[]) =>
  roles.some((role) => role === 'administrator' || role === 'security_administrator' || role === 'auditor')

/** Whether somebody with these roles signs in with a second factor. */
export const asksFactor = ({ secondFactor }: Pick<Settings, 'secondFactor'>, roles: readonly string[]) =>
  secondFactor === 'all' || (secondFactor === 'administrators' && isAdministrator(roles))

export const msPerDay = 86_400_000
/** Whether a password set then is past its age. */
export const isOld = ({ maxAgeDays }: Pick<Settings, 'maxAgeDays'>, since: Date, now: Date) =>
  maxAgeDays > 0 && now.getTime() - since.getTime() > maxAgeDays * msPerDay

const rules: Record<AccountState, (account: AccountNow, settings: Settings, now: Date) => boolean> = {
  secondFactor: ({ secondFactorSince }) => secondFactorSince !== null,
  missingFactor: ({ roles, secondFactorSince }, settings) =>
    secondFactorSince === null && roles.length > 0 && asksFactor(settings, roles),
  oldPassword: ({ passwordSince }, settings, now) => isOld(settings, passwordSince, now),
  firstPassword: ({ firstPassword }) => firstPassword,
  locked: ({ lockedUntil }, _, now) => lockedUntil !== null && lockedUntil > now,
  noPost: ({ roles }) => roles.length === 0,
}

/** Figures and the lists that they open are made by this one function, so they agree. */
export const isIn = (state: AccountState, account: AccountNow, settings: Settings, now: Date) =>
  rules[state](account, settings, now)
