import { findPairs, type Pair } from '../../../engine/duplicates/pairs.ts'
import { foldForSearch } from '../../../engine/text/normalise.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Static } from '../../../shared/schema.ts'
import { listLines } from '../../projects/server/queries.ts'
import type { Duplicate, DuplicatesQuery } from '../contract.ts'
import { factsOfKnown, listProjects, listSaid, readMark, type StoredNotSame } from './queries.ts'
import { twinOf } from './twin.ts'

type Queued = Pair & { names: string; saidBefore: Duplicate['saidBefore'] }

/** Queues made, by who asked: what one person sees another may not. Made anew when anything they are made of changes. */
const made = new Map<string, { mark: string; queue: Queued[] }>()
const queuesKept = 20

/** A page of the pairs that wait to be looked at, the surest first, and their exact number. */
export async function listDuplicates(
  db: Db,
  actor: Actor,
  { reason, q = '', limit = 50, offset = 0 }: Static<typeof DuplicatesQuery>,
): Promise<{ items: Duplicate[]; total: number }> {
  const wanted = foldForSearch(q)
  const queue = (await queueOf(db, actor)).filter(
    (pair) =>
      (!reason || pair.reasons.some(({ kind }) => kind === reason)) &&
      (wanted === '' || pair.names.includes(wanted)),
  )
  const page = queue.slice(offset, offset + limit)
  const ids = [...new Set(page.flatMap(({ first, second }) => [first, second]))]
  const lines = new Map((await listLines(db, actor.zoneId, ids)).map((line) => [line.id, line]))
  const items = page.map(({ first, second, score, reasons, against, saidBefore }) => ({
    first: twinOf(lines.get(first), first),
    second: twinOf(lines.get(second), second),
    score,
    reasons,
    against,
    saidBefore,
  }))
  return { items, total: queue.length }
}

async function queueOf(db: Db, actor: Actor): Promise<Queued[]> {
  const key = `${actor.zoneId} ${actor.memberId}`
  const mark = await readMark(db, actor.zoneId)
  const known = made.get(key)
  if (known?.mark === mark) return known.queue
  const queue = await makeQueue(db, actor.zoneId)
  made.delete(key)
  made.set(key, { mark, queue })
  for (const oldest of made.keys()) if (made.size > queuesKept) made.delete(oldest)
  return queue
}

async function makeQueue(db: Db, zoneId: string): Promise<Queued[]> {
  const projects = await listProjects(db, zoneId)
  const said = new Map((await listSaid(db, zoneId)).map((one) => [`${one.firstId} ${one.secondId}`, one]))
  const byId = new Map(projects.map((project) => [project.id, project]))
  return findPairs(projects).flatMap((pair): Queued[] => {
    const [first, second] = [byId.get(pair.first), byId.get(pair.second)]
    if (!first || !second) return []
    const before = said.get(`${pair.first} ${pair.second}`)
    if (before && stillSo(before, { first: factsOfKnown(first), second: factsOfKnown(second) })) return []
    return [
      {
        ...pair,
        names: foldForSearch(`${first.name}\n${second.name}`),
        saidBefore: before ? { by: before.by, at: before.at.toISOString() } : null,
      },
    ]
  })
}

/** Whether both projects are still called what they were when somebody said that they are not the same. */
export const stillSo = ({ facts }: Pick<StoredNotSame, 'facts'>, now: StoredNotSame['facts']) =>
  JSON.stringify([facts.first, facts.second]) === JSON.stringify([now.first, now.second])
