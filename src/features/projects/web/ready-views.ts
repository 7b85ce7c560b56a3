import type { Me } from '../../accounts/contract.ts'
import type { Condition, View } from '../contract.ts'

type Person = Pick<Me, 'member' | 'posts' | 'corpsId'>

/** Whose work is single projects, not a corps or the zone. */
export const hasOwnProjects = ({ posts }: Pick<Me, 'posts'>) =>
  posts.some(({ role }) => role === 'officer' || role === 'promoter')

/** A project is a person's own where the ledger names them as its officer. */
export const ofOfficer = (name: string): Condition => ({ field: 'officer', op: 'is', value: [name] })

/** Views that nobody saved: one's own projects and those of one's corps, for those who have such. */
export function readyViews(person: Person, names: { mine: string; corps: string }): View[] {
  const ready = (id: string, name: string, where: Condition): View => ({
    id,
    name,
    shared: false,
    definition: { where: [where] },
    revision: 0,
    abilities: [],
  })
  return [
    ...(hasOwnProjects(person) ? [ready('mine', names.mine, ofOfficer(person.member.name))] : []),
    ...(person.corpsId === null
      ? []
      : [ready('corps', names.corps, { field: 'corps', op: 'is', value: [person.corpsId] })]),
  ]
}
