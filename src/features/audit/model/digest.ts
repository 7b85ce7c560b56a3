import { createHash, getHashes } from 'node:crypto'

/** The name stands beside every seal, so a zone can change its algorithm and its older seals still verify. */
export const algorithms = ['sha256', 'sm3'] as const
export type Algorithm = (typeof algorithms)[number]

/** What this Node was built with: SM3 is not in all of them. */
export const isAvailable = (name: string): name is Algorithm =>
  (algorithms as readonly string[]).includes(name) && getHashes().includes(name)

export const digest = (algorithm: Algorithm, text: string) =>
  createHash(algorithm).update(text, 'utf8').digest('base64url')
