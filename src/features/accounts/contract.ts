import { Type } from 'typebox'
import { body, Day, Id, listOf, nullable, oneOf, type Static, Timestamp } from '../../shared/schema.ts'
import { Role } from '../organisation/contract.ts'

/** What the sign-in page needs before anyone is known. Accounts are listed for a sample zone only. */
export const SignInPage = Type.Object({
  zones: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      sample: Type.Boolean(),
      accounts: Type.Array(
        Type.Object({
          login: Type.String(),
          name: Type.String(),
          role: Role,
          unit: Type.String(),
          password: Type.String(),
        }),
      ),
    }),
  ),
})

const Password = Type.String({ minLength: 1, maxLength: 200 })
/** Six digits of the authenticator, or a recovery code. */
const Code = Type.String({ minLength: 1, maxLength: 40 })
export const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

export const SignIn = body({
  zone: Type.String({ minLength: 1, maxLength: 40 }),
  login: Type.String({ minLength: 1, maxLength: 40 }),
  password: Password,
})

/** The password was right; `pending` goes back with the code, for a few minutes, and is good for nothing else. */
export const CodeNeeded = Type.Object({ pending: Type.String(), minutes: Type.Integer() })
export const SignInCode = body({ pending: Type.String({ minLength: 1, maxLength: 1000 }), code: Code })

/** The rules are the zone's: see `rules` of the account. */
export const ChangePassword = body({ current: Password, next: Password })

/** A screen that stays signed in until the end of a day. */
const Wall = Type.Object({ screen: Type.String(), until: Day })
export const WallInput = body({
  screen: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  until: Day,
})

/** The person signed in, the posts they hold today, and what they may do in general. */
export const Me = Type.Object({
  zone: Type.Object({ id: Id, code: Type.String(), name: Type.String(), sample: Type.Boolean() }),
  member: Type.Object({ id: Id, login: Type.String(), name: Type.String() }),
  posts: Type.Array(Type.Object({ unitId: Id, unit: Type.String(), role: Role })),
  /** Of the form `project:create`, `import:create`, `export:create`, `member:create`. */
  abilities: Type.Array(Type.String()),
  /** False: of other units they see only projects that have signed. */
  seesWholeZone: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  /** The zone asks for a second factor: nothing else opens until it is set up. */
  mustEnrol: Type.Boolean(),
  idleMinutes: Type.Integer(),
  /** Of a wall's session, which reads the wall and nothing else. */
  wall: nullable(Wall),
  /** How long a screen may be kept signed in from here; 0: not at all. */
  wallDays: Type.Integer(),
  corpsId: nullable(Id),
})

export const Device = { browser: nullable(Type.String()), system: nullable(Type.String()) }
const SignedInAt = Type.Object({ ...Device, at: Timestamp, address: nullable(Type.String()) })

/** One's own account: what is asked of the password, the second factor, and the sign-in before this one. */
export const Account = Type.Object({
  password: Type.Object({
    since: Timestamp,
    /** Somebody else set it. */
    first: Type.Boolean(),
    /** From this day on another is asked for at sign-in; null: never. */
    oldOn: nullable(Day),
    rules: Type.Object({
      minLength: Type.Integer(),
      classes: Type.Integer(),
      history: Type.Integer(),
    }),
  }),
  secondFactor: Type.Object({
    since: nullable(Timestamp),
    recoveryCodes: Type.Integer(),
    /** Asked for by the zone, so it cannot be turned off. */
    asked: Type.Boolean(),
  }),
  lastSignIn: nullable(SignedInAt),
})

export const Session = Type.Object({
  id: Id,
  ...Device,
  address: nullable(Type.String()),
  startedAt: Timestamp,
  seenAt: Timestamp,
  wall: nullable(Wall),
  /** The one that asks. */
  current: Type.Boolean(),
})
export const SessionList = listOf(Session)
export const Ended = Type.Object({ ended: Type.Integer() })

/** Left out by somebody whom the zone has just asked to set one up: they have typed their password. */
export const FactorStart = body({ password: Type.Optional(Password), code: Type.Optional(Code) })
export const FactorStarted = Type.Object({ secret: Type.String(), uri: Type.String() })
export const FactorConfirm = body({ code: Code })
export const FactorProof = body({ password: Password, code: Code })
/** Shown once; only digests are kept. */
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })

export const accountActs = ['setPassword', 'resetFactor', 'endSessions'] as const
/** What the security administrator sees of somebody's account. */
export const MemberAccount = Type.Object({
  id: Id,
  name: Type.String(),
  login: Type.String(),
  passwordSince: Timestamp,
  firstPassword: Type.Boolean(),
  secondFactorSince: nullable(Timestamp),
  sessions: Type.Integer(),
  locked: Type.Boolean(),
  acts: Type.Array(oneOf(accountActs)),
})
export const ReasonInput = body({ reason: Reason })
export const FirstPassword = body({ password: Password, reason: Reason })

export type SignInPage = Static<typeof SignInPage>
export type SignIn = Static<typeof SignIn>
export type SignInCode = Static<typeof SignInCode>
export type CodeNeeded = Static<typeof CodeNeeded>
export type ChangePassword = Static<typeof ChangePassword>
export type WallInput = Static<typeof WallInput>
export type Me = Static<typeof Me>
export type Account = Static<typeof Account>
export type Session = Static<typeof Session>
export type FactorStarted = Static<typeof FactorStarted>
export type FactorProof = Static<typeof FactorProof>
export type RecoveryCodes = Static<typeof RecoveryCodes>
export type MemberAccount = Static<typeof MemberAccount>
