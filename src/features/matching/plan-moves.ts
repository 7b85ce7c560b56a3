import type { PlacedProject, Plan, PlanWho } from './plan-contract.ts'

/**
 * What became of a project from one plan to another. `came`, `left`: placed in one of them only; `new`, `gone`: placed,
 * and the other did not plan it at all.
 */
export type Move = {
  project: PlanWho
  kind: 'moved' | 'came' | 'left' | 'new' | 'gone'
  before: PlacedProject | null
  after: PlacedProject | null
}

const order: readonly Move['kind'][] = ['came', 'left', 'moved', 'new', 'gone']
/** Half a square decimetre is rounding. */
const sameM2 = 0.005

/** Projects that do not stand the same in both, and how many do. */
export function movesBetween(
  before: Pick<Plan, 'answer'>,
  after: Pick<Plan, 'answer'>,
): { moves: Move[]; unchanged: number } {
  const [then, now] = [standingOf(before), standingOf(after)]
  const moves: Move[] = []
  let unchanged = 0
  for (const [id, { project, placed }] of new Map([...then, ...now])) {
    const [was, is] = [then.get(id), now.get(id)]
    const kind = kindOf(was, is)
    if (kind) moves.push({ project, kind, before: was?.placed ?? null, after: is?.placed ?? null })
    else if (placed && was && is) unchanged++
  }
  const worth = ({ before: was, after: is }: Move) => Math.max(was?.value ?? 0, is?.value ?? 0)
  moves.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || worth(b) - worth(a))
  return { moves, unchanged }
}

type Standing = { project: PlanWho; placed: PlacedProject | null }

function standingOf({ answer }: Pick<Plan, 'answer'>): Map<string, Standing> {
  return new Map<string, Standing>([
    ...answer.placed.map((placed) => [placed.project.id, { project: placed.project, placed }] as const),
    ...answer.leftOut.map(({ project }) => [project.id, { project, placed: null }] as const),
  ])
}

function kindOf(was: Standing | undefined, is: Standing | undefined): Move['kind'] | null {
  if (!was) return is?.placed ? 'new' : null
  if (!is) return was.placed ? 'gone' : null
  if (!was.placed || !is.placed) return was.placed ? 'left' : is.placed ? 'came' : null
  return isSamePlace(was.placed, is.placed) ? null : 'moved'
}

function isSamePlace({ place: a }: PlacedProject, { place: b }: PlacedProject): boolean {
  const ids = (parts: typeof a.parts) =>
    parts
      .map(({ id }) => id)
      .sort()
      .join()
  return ids(a.parts) === ids(b.parts) && Math.abs(a.areaM2 - b.areaM2) <= sameM2
}
