import type { PlanAnswer, PlanWho, ProjectOnPlace } from './plan-contract.ts'

/** Who has a place, and who was planned and has none. */
export type Outcome = { placed: readonly ProjectOnPlace[]; leftOut: readonly { project: PlanWho }[] }

/**
 * What became of a project from one plan to another. `came`, `left`: placed in one of them only; `new`, `gone`: placed,
 * and the other did not plan it at all; `same`: placed alike in both.
 */
export type Move = {
  project: PlanWho
  kind: 'moved' | 'came' | 'left' | 'new' | 'gone' | 'same'
  before: ProjectOnPlace | null
  after: ProjectOnPlace | null
}

const order: readonly Move['kind'][] = ['came', 'left', 'moved', 'new', 'gone', 'same']
/** Half a square decimetre is rounding. */
const sameM2 = 0.005

/** All that either plan places: who does not stand the same in both, and who does; what is worth most first. */
export function movesBetween(before: Outcome, after: Outcome): { moves: Move[]; unchanged: Move[] } {
  const [then, now] = [standingOf(before), standingOf(after)]
  const all: Move[] = []
  for (const [id, { project }] of new Map([...then, ...now])) {
    const [was, is] = [then.get(id), now.get(id)]
    const kind = kindOf(was, is)
    if (kind) all.push({ project, kind, before: was?.placed ?? null, after: is?.placed ?? null })
  }
  const worth = ({ before: was, after: is }: Move) => Math.max(was?.value ?? 0, is?.value ?? 0)
  all.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || worth(b) - worth(a))
  const isSame = ({ kind }: Move) => kind === 'same'
  return { moves: all.filter((one) => !isSame(one)), unchanged: all.filter(isSame) }
}

type Standing = { project: PlanWho; placed: ProjectOnPlace | null }

function standingOf({ placed: all, leftOut }: Outcome): Map<string, Standing> {
  return new Map<string, Standing>([
    ...all.map((placed) => [placed.project.id, { project: placed.project, placed }] as const),
    ...leftOut.map(({ project }) => [project.id, { project, placed: null }] as const),
  ])
}

function kindOf(was: Standing | undefined, is: Standing | undefined): Move['kind'] | null {
  if (!was) return is?.placed ? 'new' : null
  if (!is) return was.placed ? 'gone' : null
  if (!was.placed || !is.placed) return was.placed ? 'left' : is.placed ? 'came' : null
  return isSamePlace(was.placed, is.placed) ? 'same' : 'moved'
}

function isSamePlace({ place: a }: ProjectOnPlace, { place: b }: ProjectOnPlace): boolean {
  const ids = (parts: typeof a.parts) =>
    parts
      .map(({ id }) => id)
      .sort()
      .join()
  return ids(a.parts) === ids(b.parts) && Math.abs(a.areaM2 - b.areaM2) <= sameM2
}

/** The yardstick where a plan may be named. */
export const greedyKey = 'greedy'

/** What choosing the best pair one after another would have come to; null where it was not kept. */
export function greedyOutcome({ placed, leftOut, greedyPlaced }: PlanAnswer): Outcome | null {
  if (!greedyPlaced) return null
  const has = new Set(greedyPlaced.map(({ project }) => project.id))
  return {
    placed: greedyPlaced,
    leftOut: [...placed, ...leftOut].filter(({ project }) => !has.has(project.id)),
  }
}
