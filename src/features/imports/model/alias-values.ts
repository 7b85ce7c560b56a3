import { normaliseName } from '../../../engine/text/normalise.ts'
import { checkProjectCode } from '../../../engine/text/project-code.ts'
import type { Difference } from '../contract.ts'
import type { Readings } from './differences.ts'

/** What a project is also called, since another was merged into it. */
export type Alias = { projectId: string; name: string; code: string | null; investor: string | null }

/** A row that tells of a project under an alias changes neither its name nor its code or investor back to that. */
export function withoutAlias(
  differences: Difference[],
  readings: Readings,
  aliases: readonly Alias[],
): Difference[] {
  const alias = aliases.find(
    (one) =>
      sameText(readings['name'], one.name, normaliseName) ||
      sameText(readings['code'], one.code, (code) => checkProjectCode(code).normalised),
  )
  if (!alias) return differences
  const known: Record<string, string | null> = {
    name: alias.name,
    code: alias.code,
    investor: alias.investor,
  }
  return differences.filter(({ field, to }) => !sameText(to, known[field] ?? null, normaliseName))
}

const sameText = (a: string | null | undefined, b: string | null, keyOf: (text: string) => string) =>
  typeof a === 'string' && b !== null && keyOf(a) === keyOf(b)
