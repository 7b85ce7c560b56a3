import type { Role } from '../contract.ts'

/** 三权分立 (GB/T 22239): who runs the system, who gives rights in it and who reads its log are three people. */
export const powers = [
  'administrator',
  'security_administrator',
  'auditor',
] as const satisfies readonly Role[]

type Term = { role: string; fromOn: string; toOn?: string | null | undefined }

const isPower = (role: string) => (powers as readonly string[]).includes(role)
const overlap = (a: Term, b: Term) =>
  a.fromOn <= (b.toOn ?? '9999-12-31') && b.fromOn <= (a.toOn ?? '9999-12-31')

/** One of a person's posts that holds another of the three powers while this one would. */
export function otherPower<T extends Term>(posts: readonly T[], post: Term): T | undefined {
  if (!isPower(post.role)) return undefined
  return posts.find((one) => isPower(one.role) && one.role !== post.role && overlap(one, post))
}
