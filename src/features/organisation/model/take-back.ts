import type { Move } from './state.ts'
import type { Workbench } from './workbench.ts'

/**
 * Undoes the moves of an act that has taken effect, last first. What has changed since is left as it is, and counted;
 * a unit that the act opened is closed, so anything that came into it since must go elsewhere first.
 */
export function takeBack(bench: Workbench, moves: readonly Move[]) {
  const { state } = bench
  // A post handed twice by one act is first given back under a new id, then once more.
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
