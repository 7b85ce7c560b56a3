import { type Static, Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { Day, optional } from '../../../shared/schema.ts'
import { GoalInput, Provenance } from '../../goals/contract.ts'
import { setGoal } from '../../goals/server/actions.ts'
import { TerritoryInput } from '../../territories/contract.ts'
import { addTerritory } from '../../territories/server/actions.ts'
import { Member, Role, UnitKind } from '../contract.ts'
import { otherPower, powers } from '../model/powers.ts'

/** A zone's organisation as a file, for `zhantu zone FILE`: units by key, members by login. */
export const ZoneFile = Type.Object({
  zone: Type.Object({
    code: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }),
    name: Type.String({ minLength: 1 }),
  }),
  units: Type.Array(
    Type.Object({
      key: Type.String(),
      parent: optional(Type.String()),
      kind: UnitKind,
      name: Type.String({ minLength: 1 }),
      fromOn: Day,
    }),
  ),
  members: Type.Array(
    Type.Object({
      login: Member.properties.login,
      name: Member.properties.name,
      posts: Type.Array(Type.Object({ unit: Type.String(), role: Role, fromOn: Day, toOn: optional(Day) })),
    }),
  ),
  territories: Type.Optional(
    Type.Array(
      Type.Object({
        ...Type.Omit(TerritoryInput, ['unitId']).properties,
        unit: Type.String(),
        provenance: optional(Provenance),
      }),
    ),
  ),
  goals: Type.Optional(
    Type.Array(
      Type.Object({
        ...Type.Omit(GoalInput, ['unitId']).properties,
        unit: Type.String(),
        provenance: optional(Provenance),
      }),
    ),
  ),
})
export type ZoneFile = Static<typeof ZoneFile>

type Options = { sample: boolean; at: Date; passwordHash: string; mustChange: boolean }

/** Makes a zone with its units, members, posts and accounts, whole or not at all. All accounts begin with one password. */
export async function createZone(database: Database, file: ZoneFile, options: Options): Promise<string> {
  const zoneId = uuidv7()
  const unitIds = new Map(file.units.map(({ key }) => [key, uuidv7()]))
  const idOf = (key: string) => {
    const id = unitIds.get(key)
    if (!id) throw new Error(`The zone file names a unit “${key}” that it does not have.`)
    return id
  }
  for (const { login, posts } of file.members)
    if (posts.some((post) => otherPower(posts, post)))
      throw new Error(
        `The zone file gives “${login}” two of the three powers (${powers.join(', ')}): they are three people.`,
      )
  await database.asOwner((db) =>
    db
      .insertInto('zone')
      .values({ id: zoneId, ...file.zone, sample: options.sample, createdAt: options.at })
      .execute(),
  )
  const author: Author = { zoneId, memberId: null, at: options.at }
  const members = file.members.map((member) => ({ ...member, id: uuidv7() }))
  try {
    await database.within(author, async (db) => {
      // Parents first: the file lists them so.
      for (const [position, unit] of file.units.entries())
        await insertRows(db, author, 'unit', [
          {
            id: idOf(unit.key),
            parentId: unit.parent ? idOf(unit.parent) : null,
            kind: unit.kind,
            name: unit.name,
            position,
            fromOn: unit.fromOn,
          },
        ])
      await insertRows(
        db,
        author,
        'member',
        members.map(({ id, login, name }) => ({ id, login, name })),
      )
      await insertRows(
        db,
        author,
        'credential',
        members.map(({ id }) => ({
          id: uuidv7(),
          memberId: id,
          passwordHash: options.passwordHash,
          mustChange: options.mustChange,
          changedAt: options.at,
        })),
      )
      await insertRows(
        db,
        author,
        'post',
        members.flatMap(({ id, posts }) =>
          posts.map((post) => ({
            id: uuidv7(),
            memberId: id,
            unitId: idOf(post.unit),
            role: post.role,
            fromOn: post.fromOn,
            toOn: post.toOn ?? null,
          })),
        ),
      )
      for (const { unit, ...territory } of file.territories ?? [])
        await addTerritory(db, author, { ...territory, unitId: idOf(unit) })
      for (const { unit, ...goal } of file.goals ?? [])
        await setGoal(db, author, { ...goal, unitId: idOf(unit) })
    })
  } catch (error) {
    await database.asOwner((db) => db.deleteFrom('zone').where('id', '=', zoneId).execute())
    throw error
  }
  return zoneId
}
