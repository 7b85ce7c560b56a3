import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { carry, type Outcome } from '../model/carry.ts'
import type { Move, State } from '../model/state.ts'
import {
  actOf,
  holdDue,
  holdOrganisation,
  listCarried,
  loadState,
  revisionsOf,
  type StoredAct,
} from './reorganisation-queries.ts'
import { writeGoals, writeHoldings, writeSpans } from './write-spans.ts'

/** The first instant of a day in Shanghai. */
export const startOf = (day: Day) => new Date(`${day}T00:00:00+08:00`)

/**
 * Carries out every confirmed act whose day has come, the oldest first. An act that no longer fits what it finds is
 * stopped whole, with the reason; nothing of it is written. Returns whether anything was decided.
 */
export async function carryOutDue(db: Db, zoneId: string, now: Date): Promise<boolean> {
  await holdOrganisation(db, zoneId)
  const due = await holdDue(db, zoneId, shanghaiDay(now))
  for (const act of due) {
    const before = await loadState(db, zoneId, 'hold')
    const outcome = carry(before, actOf(act), await listCarried(db, zoneId), uuidv7)
    const [fault] = outcome.faults
    if (!fault) await writeOutcome(db, authorOf(zoneId, act), before, outcome)
    const set = fault
      ? { status: 'stopped', stoppedBecause: { zh: fault.zh, en: fault.en } }
      : { status: 'done', moves: outcome.moves, carriedAt: now }
    await updateRows(db, { zoneId, memberId: act.confirmedById, at: now }, 'reorganisation', [
      { id: act.id, revision: act.revision, set },
    ])
  }
  return due.length > 0
}

/** Whoever confirmed it, at the start of its day: so every reading as of a date is right on both sides of it. */
const authorOf = (zoneId: string, act: StoredAct): Author => ({
  zoneId,
  memberId: act.confirmedById,
  at: startOf(act.effectiveOn),
  cause: { kind: 'reorganisation', id: act.id },
})

async function writeOutcome(db: Db, author: Author, before: State, { state, moves }: Outcome) {
  await writeUnits(db, author, moves)
  await writePosts(db, author, before, state)
  await writeProjects(db, author, before, state)
  await writeHoldings(db, author, before.holdings, state.holdings)
  await writeGoals(db, author, before.goals, state.goals)
}

/** One after another, as no two units may have one name at any moment between. */
async function writeUnits(db: Db, author: Author, moves: readonly Move[]) {
  const ids = moves.flatMap((move) => (move.what === 'close' ? move.unit.id : 'id' in move ? move.id : []))
  const revisions = await revisionsOf(db, author.zoneId, 'unit', ids)
  const write = async (id: string, set: object, operation: 'update' | 'remove' | 'restore' = 'update') => {
    const revision = revisions.get(id) ?? 1
    const written = await updateRows(db, author, 'unit', [{ id, revision, set }], operation)
    if (written.size === 0) throw new Error(`Unit ${id} moved on while it was held.`)
    revisions.set(id, revision + 1)
  }
  for (const move of moves)
    if (move.what === 'open') {
      const { id, kind, name, parentId, position } = move
      await insertRows(db, author, 'unit', [
        { id, kind, name, parentId, position, fromOn: shanghaiDay(author.at), toOn: null },
      ])
    } else if (move.what === 'rename') await write(move.id, { name: move.to })
    else if (move.what === 'place') await write(move.id, { parentId: move.to })
    else if (move.what === 'close' && move.removed)
      await write(move.unit.id, { removedAt: author.at }, 'remove')
    else if (move.what === 'close') await write(move.unit.id, { toOn: shanghaiDay(author.at.getTime() - 1) })
    else if (move.what === 'reopen') {
      const { parentId, name, toOn } = move
      await write(move.id, { parentId, name, toOn, removedAt: null }, 'restore')
    }
}

const writePosts = (db: Db, author: Author, before: State, after: State) =>
  writeSpans(db, author, 'post', before.posts, after.posts, (post) => ({ ...post }))

async function writeProjects(db: Db, author: Author, before: State, after: State) {
  const handed = [...after.projects.values()].filter((now) => {
    const was = before.projects.get(now.id)
    return was?.corpsId !== now.corpsId || was.standing !== now.standing
  })
  const revisions = await revisionsOf(
    db,
    author.zoneId,
    'project',
    handed.map(({ id }) => id),
  )
  const written = await updateRows(
    db,
    author,
    'project',
    handed.map(({ id, corpsId, standing }) => ({
      id,
      revision: revisions.get(id) ?? 0,
      set: { corpsId, standing },
    })),
  )
  if (written.size < handed.length) throw new Error('A project moved on while it was held.')
}
