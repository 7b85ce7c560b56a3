import { Type } from 'typebox'
import { body, Id, nullable, type Static } from '../../shared/schema.ts'
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

export const SignIn = body({
  zone: Type.String({ minLength: 1, maxLength: 40 }),
  login: Type.String({ minLength: 1, maxLength: 40 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})

export const ChangePassword = body({
  current: Type.String({ minLength: 1, maxLength: 200 }),
  next: Type.String({ minLength: 8, maxLength: 200 }),
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
  idleMinutes: Type.Integer(),
  corpsId: nullable(Id),
})

export type SignInPage = Static<typeof SignInPage>
export type SignIn = Static<typeof SignIn>
export type ChangePassword = Static<typeof ChangePassword>
export type Me = Static<typeof Me>
