import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Database } from '../../../server/database/connect.ts'
import { Day } from '../../../shared/schema.ts'
import { carryOutDue, startOf } from './carry-out.ts'
import { listUnits } from './queries.ts'
import { confirm, prepare } from './reorganise.ts'

const SampleAct = Type.Object({
  title: Type.String(),
  preparedOn: Day,
  effectiveOn: Day,
  /** Who prepares and confirms it. */
  by: Type.String(),
  renames: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
})

export async function readSampleAct(file: URL) {
  const act: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!Value.Check(SampleAct, act)) throw new Error(`${file.pathname} is no act of a reorganisation.`)
  return act
}
export type SampleAct = Awaited<ReturnType<typeof readSampleAct>>

/** Prepared, confirmed and carried out as a director does it, so that each day shows the names of its own. */
export async function carrySampleAct(database: Database, zoneId: string, act: SampleAct) {
  const at = new Date(`${act.preparedOn}T10:00:00+08:00`)
  await database.within({ zoneId, memberId: null }, async (db) => {
    const unitIds = new Map((await listUnits(db, zoneId)).map(({ name, id }) => [name, id]))
    const { id: memberId } = await db
      .selectFrom('member')
      .select('id')
      .where('zoneId', '=', zoneId)
      .where('login', '=', act.by)
      .executeTakeFirstOrThrow()
    const author = { zoneId, memberId, at }
    const steps = act.renames.map(({ from, to }) => {
      const unitId = unitIds.get(from)
      if (!unitId) throw new Error(`The sample has no unit “${from}” to rename.`)
      return { kind: 'rename' as const, unitId, name: to }
    })
    const { title, effectiveOn } = act
    const id = await prepare(db, author, { title, effectiveOn, steps })
    await confirm(db, { memberId, posts: [] }, author, id, 1)
    await carryOutDue(db, zoneId, startOf(effectiveOn))
  })
  console.log(`  ${act.effectiveOn} ${act.title}: ${act.renames.length}`)
}
