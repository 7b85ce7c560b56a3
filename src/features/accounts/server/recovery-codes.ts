import { randomInt } from 'node:crypto'

const howMany = 10
// Without 0 O 1 I L, which people misread.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Ten codes of 12 letters, `7KQM-2XTP-HHW9`: 59 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () =>
    Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
    ).join('-'),
  )

/** As it was made, however it was typed; undefined: no recovery code at all. */
export function asRecoveryCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  return bare.length === 12 && [...bare].every((letter) => letters.includes(letter)) ? bare : undefined
}
