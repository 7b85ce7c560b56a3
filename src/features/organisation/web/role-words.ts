import type { Role, UnitKind } from '../contract.ts'

/** Where a role's word is found, as `t(roleWords(role))` in any namespace. */
export const roleWords = (role: Role) => `organisation:role.${role}`
export const unitKindWords = (kind: UnitKind) => `organisation:kind.${kind}`
