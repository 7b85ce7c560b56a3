import type { Settings } from './settings.ts'

/** What a person's password must be. */
export type PasswordRules = { minLength: number; classes: number; history: number }

export const rulesFor = (settings: Settings, administrator: boolean): PasswordRules => ({
  minLength: administrator ? settings.minLengthAdministrators : settings.minLength,
  classes: settings.classes,
  history: settings.history,
})

export const kinds = {
  capital: /[A-Z]/,
  small: /[a-z]/,
  digit: /\d/,
  sign: /[^A-Za-z0-9]/,
} as const
export type Kind = keyof typeof kinds

export type PasswordFault =
  | { kind: 'short'; length: number; asked: number }
  | { kind: 'plain'; missing: Kind[]; more: number; asked: number }
  | { kind: 'login' | 'name' }

/** What a password alone breaks, the first first; former passwords only the server knows. */
export function passwordFault(
  password: string,
  whose: { login: string; name: string },
  rules: PasswordRules,
): PasswordFault | undefined {
  const length = [...password].length
  if (length < rules.minLength) return { kind: 'short', length, asked: rules.minLength }
  const missing = (Object.keys(kinds) as Kind[]).filter((kind) => !kinds[kind].test(password))
  const more = rules.classes - (4 - missing.length)
  if (more > 0) return { kind: 'plain', missing, more, asked: rules.classes }
  const holds = (word: string) => word.length >= 2 && password.toLowerCase().includes(word.toLowerCase())
  if (holds(whose.login)) return { kind: 'login' }
  return holds(whose.name) ? { kind: 'name' } : undefined
}
