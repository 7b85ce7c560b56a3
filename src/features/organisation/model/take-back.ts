import type { Move } from './state.ts'
import type { Workbench } from './workbench.ts'

/**
 * Undoes the moves of an act that has taken effect, last first. What has changed since is left as it is, and counted;
 * a unit that the act opened is closed, so anything that came into it since must go elsewhere first.
 */
export function takeBack(bench: Workbench, moves: readonly Move[]) {
  const { state } = bench
  // A post, area or goal handed twice by one act is first given back under a new id, then once more.
  const again = new Map<string, string[]>()
  for (const move of moves.toReversed())
    switch (move.what) {
      case 'open':
        if (state.units.has(move.id) && bench.state.units.get(move.id)?.toOn === null) bench.close(move.id)
        else bench.leave()
        break
      case 'rename':
        if (state.units.get(move.id)?.name === move.to) bench.rename(move.id, move.from)
        else bench.leave()
        break
      case 'place':
        if (state.units.get(move.id)?.parentId === move.to && move.from !== null)
          bench.place(move.id, move.from)
        else bench.leave()
        break
      case 'close':
        bench.reopen(move.unit)
        break
      case 'reopen':
        if (state.units.has(move.id)) bench.close(move.id)
        break
      case 'appoint':
        endPost(bench, move.post.id)
        break
      case 'hand_post':
        takeBackPost(bench, move, again)
        break
      case 'hand_project':
        takeBackProject(bench, move)
        break
      case 'hold':
        endHolding(bench, move.holding.id)
        break
      case 'hand_territory':
        takeBackTerritory(bench, move, again)
        break
      case 'hand_goals':
        takeBackGoals(bench, move, again)
    }
}

function endPost(bench: Workbench, id: string) {
  const post = bench.state.posts.get(id)
  if (post && bench.lasts(post)) bench.handPost(post, null)
}

type Handed = Extract<Move, { what: 'hand_post' }>

function takeBackPost(bench: Workbench, { post, begins }: Handed, again: Map<string, string[]>) {
  const pieces = begins.flatMap((piece) =>
    (again.get(piece.id) ?? [piece.id]).flatMap((id) => {
      const now = bench.state.posts.get(id)
      return now && (bench.lasts(now) || now.toOn === piece.toOn) ? now : []
    }),
  )
  // Whoever gave up the new post since does not get the old one back; what has run its time was given up by nobody.
  if (begins.some((piece) => bench.lasts({ ...post, ...piece })) && pieces.length === 0) return bench.leave()
  for (const piece of pieces) endPost(bench, piece.id)
  again.set(post.id, bench.appoint(post))
}

function takeBackProject(bench: Workbench, move: Extract<Move, { what: 'hand_project' }>) {
  const project = bench.state.projects.get(move.id)
  const [before, after] = move.standing
  if (project?.corpsId === move.to && project.standing === after)
    bench.handProject(move.id, move.from, before)
  else bench.leave()
}

function endHolding(bench: Workbench, id: string) {
  const holding = bench.state.holdings.get(id)
  if (holding && bench.lasts(holding)) bench.handTerritory(holding, null)
}

type Area = Extract<Move, { what: 'hand_territory' }>

function takeBackTerritory(bench: Workbench, { holding, begins }: Area, again: Map<string, string[]>) {
  const pieces = begins.flatMap((piece) =>
    (again.get(piece.id) ?? [piece.id]).flatMap((id) => {
      const now = bench.state.holdings.get(id)
      return now && (bench.lasts(now) || now.toOn === piece.toOn) ? now : []
    }),
  )
  if (begins.some((piece) => bench.lasts({ ...holding, ...piece })) && pieces.length === 0)
    return bench.leave()
  for (const piece of pieces) endHolding(bench, piece.id)
  // Given to somebody else since: theirs it stays.
  if (bench.lasts(holding) && bench.isHeld(holding)) return bench.leave()
  again.set(holding.id, bench.hold(holding))
}

type Goals = Extract<Move, { what: 'hand_goals' }>

/** A goal taken over that has been set anew since stays, and those that it came from do not return beside it. */
function takeBackGoals(bench: Workbench, { ends, sets }: Goals, again: Map<string, string[]>) {
  if (sets && bench.lasts(sets)) {
    const now = bench.state.goals.get(again.get(sets.id)?.[0] ?? sets.id)
    if (!now || !bench.lasts(now) || now.value !== sets.value) return bench.leave()
    bench.dropGoal(now)
  }
  for (const { goal } of ends) {
    if (!bench.lasts(goal)) continue
    const unit = bench.state.units.get(goal.unitId)
    const id = unit && bench.lasts(unit) ? bench.setAgain(goal) : undefined
    if (id === undefined) bench.leave()
    else again.set(goal.id, [id])
  }
}
