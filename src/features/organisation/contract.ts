import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  Id,
  listOf,
  nullable,
  oneOf,
  optional,
  type Static,
} from '../../shared/schema.ts'

export const unitKinds = [
  'zone_office',
  'corps',
  'sub_command',
  'work_group',
  'task_force',
  'bureau',
] as const
export const roles = [
  'director',
  'commander',
  'officer',
  'promoter',
  'analyst',
  'administrator',
  'security_administrator',
  'auditor',
] as const

export const UnitKind = oneOf(unitKinds)
export const Role = oneOf(roles)

/** A corps, its groups and sub-commands, a bureau, or the zone's own office. */
export const Unit = Type.Object({
  id: Id,
  parentId: nullable(Id),
  kind: UnitKind,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  position: Type.Integer(),
  fromOn: Day,
  toOn: nullable(Day),
  revision: Type.Integer(),
})
export const UnitList = listOf(Unit)

/** A member's role in a unit between two dates. Rights come from here, never from the person. */
export const Post = Type.Object({
  id: Id,
  memberId: Id,
  unitId: Id,
  role: Role,
  fromOn: Day,
  toOn: nullable(Day),
  revision: Type.Integer(),
})

export const Member = Type.Object({
  id: Id,
  login: Type.String({ minLength: 2, maxLength: 40, pattern: '^[a-z0-9._-]+$' }),
  name: Type.String({ minLength: 1, maxLength: 40 }),
  revision: Type.Integer(),
  posts: Type.Array(Post),
  locked: Type.Boolean(),
  abilities: Abilities,
})
export const MemberList = listOf(Member)

export const MemberInput = body({
  login: Member.properties.login,
  name: Member.properties.name,
  password: Type.String({ minLength: 8, maxLength: 200 }),
  unitId: Id,
  role: Role,
})
export const PostInput = body({
  memberId: Id,
  unitId: Id,
  role: Role,
  fromOn: optional(Day),
  toOn: optional(Day),
})
export const PostPatch = body({ revision: Type.Integer(), toOn: nullable(Day) })

export type Unit = Static<typeof Unit>
export type UnitKind = (typeof unitKinds)[number]
export type Role = (typeof roles)[number]
export type Post = Static<typeof Post>
export type Member = Static<typeof Member>
export type MemberInput = Static<typeof MemberInput>
export type PostInput = Static<typeof PostInput>
