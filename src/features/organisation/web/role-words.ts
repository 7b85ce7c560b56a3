import type { Role, UnitKind } from '../contract.ts'
import { organisationTexts } from './texts.ts'

/** In order of rank; taken from the words, since the contract brings its schema library along. */
export const roles = Object.keys(organisationTexts.zh.role) as Role[]

/** Where a role's word is found, as `t(roleWords(role))` in any namespace. */
export const roleWords = (role: Role) => `organisation:role.${role}`
export const unitKindWords = (kind: UnitKind) => `organisation:kind.${kind}`
