import { Type } from 'typebox'
import {
  Abilities,
  body,
  Day,
  Id,
  listOf,
  nullable,
  oneOf,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { Role } from '../organisation/contract.ts'
import { Device } from './contract.ts'
import { accountStates } from './model/account-states.ts'
import { factorDemands, settings } from './model/settings.ts'

const values = {
  minLength: Type.Integer(),
  minLengthAdministrators: Type.Integer(),
  classes: Type.Integer(),
  history: Type.Integer(),
  maxAgeDays: Type.Integer(),
  failures: Type.Integer(),
  lockMinutes: Type.Integer(),
  idleMinutes: Type.Integer(),
  firstChange: Type.Boolean(),
  secondFactor: oneOf(factorDemands),
  oneSession: Type.Boolean(),
  wallDays: Type.Integer(),
}
const Met = nullable(Type.Boolean())

/** What the zone asks of its accounts, what that satisfies, and how its accounts stand. */
export const Security = Type.Object({
  day: Day,
  values: Type.Object(values),
  /** 0 while the zone has set nothing. */
  revision: Type.Integer(),
  /** Whether level 2 and level 3 are met by the value now; null: that level does not ask for it. */
  checks: Type.Array(Type.Object({ key: oneOf(settings.map(({ key }) => key)), level2: Met, level3: Met })),
  /** The three powers: who holds each today; apart when each has somebody and nobody has two. */
  powers: Type.Object({
    holders: Type.Array(
      Type.Object({ role: Role, members: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
    ),
    apart: Type.Boolean(),
  }),
  accounts: Type.Integer(),
  figures: Type.Array(Type.Object({ state: oneOf(accountStates), count: Type.Integer() })),
  abilities: Abilities,
})

export const SecurityInput = body({ revision: Type.Integer({ minimum: 0 }), ...values })

export const AccountQuery = Type.Object({ state: oneOf(accountStates) })
export const AccountList = listOf(
  Type.Object({
    id: Id,
    name: Type.String(),
    login: Type.String(),
    posts: Type.Array(Type.Object({ unit: Type.String(), role: Role })),
  }),
)

/** The screens that stay signed in, the one to end first before the others. */
export const WallList = listOf(
  Type.Object({
    id: Id,
    screen: Type.String(),
    until: Day,
    member: Type.Object({ id: Id, name: Type.String() }),
    startedAt: Timestamp,
    seenAt: Timestamp,
    address: nullable(Type.String()),
    ...Device,
  }),
)

export type WallList = Static<typeof WallList>
export type Security = Static<typeof Security>
export type SecurityInput = Static<typeof SecurityInput>
export type AccountList = Static<typeof AccountList>
