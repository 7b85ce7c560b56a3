import { hash, verify } from '@node-rs/argon2'

// OWASP's second recommended setting for argon2id: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(password, cost)

let decoy: Promise<string> | undefined

/** True if the password is the one hashed; without a hash it takes as long and is false, so that nobody learns who exists. */
export async function verifyPassword(hashed: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const same = await verify(hashed ?? (await decoy), password)
  return hashed !== undefined && same
}

/** At least 8 characters of at least 3 of the 4 kinds, not the login: GB/T 22239 level 2 as assessors read it. */
export function isStrong(password: string, login: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  return password.length >= 8 && kinds >= 3 && !password.toLowerCase().includes(login.toLowerCase())
}
