import { type Actor, has, type Policy } from '../../../server/access.ts'

type Rule = { fromMonth: string | null; isBegun: boolean }
const writes = (actor: Actor) => has(actor, 'director', 'administrator')

/** Of a rule in force, or of one that was, what it says stays: lights of former months are judged by it. */
export const lightRulePolicy: Policy<Rule | undefined> = {
  read: () => true,
  create: writes,
  update: (actor, rule) => writes(actor) && !rule?.fromMonth,
  remove: (actor, rule) => writes(actor) && !rule?.isBegun,
}
