import { Alike, type Identity, type Keys, keysOf, likeness } from '../../../engine/text/identity.ts'
import type { Candidate } from '../contract.ts'

/** `alias`: what the project of that id is also called; those come after the projects themselves. */
export type KnownProject = Identity & { id: string; alias?: true }

/** Why a project may be the one meant; the screen has words for each. */
export type Reason =
  | 'same_code'
  | 'same_code_other_name'
  | 'code_elsewhere'
  | 'same_name'
  | 'same_name_other_investor'
  | 'same_name_no_investor'
  | 'same_name_other_code'
  | 'several_same_name'
  | 'similar_name'
  | 'similar_name_same_investor'
  | 'same_investor'

/** One project, how surely (3: code and name, or name and investor; 2: name alone; 1: code alone), or several, or none. */
export type Finding =
  | { kind: 'one'; index: number; strength: 1 | 2 | 3; reason: Reason }
  | { kind: 'several'; found: [number, Reason][] }
  | { kind: 'none' }

const leastAlike = 0.8
const mostCandidates = 6

/** The ledger's projects, found by code, by name and by likeness. */
export class LedgerLookup {
  readonly #projects: readonly KnownProject[]
  readonly #keys: readonly Keys[]
  readonly #byCode: Map<string, number[]>
  readonly #byName: Map<string, number[]>
  readonly #bySum: Map<string, number[]>
  readonly #own: Map<string, KnownProject>
  #alike: Alike | undefined

  constructor(projects: readonly KnownProject[]) {
    this.#projects = projects
    this.#keys = projects.map(keysOf)
    this.#byCode = placesBy(this.#keys, (keys) => keys.code)
    this.#byName = placesBy(this.#keys, (keys) => keys.name)
    this.#bySum = placesBy(this.#keys, sumOf)
    this.#own = new Map(projects.flatMap((project) => (project.alias ? [] : [[project.id, project]])))
  }

  idOf(index: number): string {
    return this.#projects[index]?.id ?? ''
  }

  /** By code, then by name and investor. */
  find(row: Keys): Finding {
    const named = row.name === '' ? [] : this.#once(this.#byName.get(row.name) ?? [], row)
    const coded = row.code === '' ? [] : this.#once(this.#byCode.get(row.code) ?? [], row)
    return coded.length > 0 ? this.#byCodeAndName(coded, named) : this.#byNameAlone(row, named)
  }

  /** Each project once, by whichever of its names fits the row best. */
  #once(places: readonly number[], row: Keys): readonly number[] {
    if (places.length < 2) return places
    const best = new Map<string, number>()
    for (const index of places) {
      const before = best.get(this.idOf(index))
      if (before === undefined || this.#fit(index, row) > this.#fit(before, row))
        best.set(this.idOf(index), index)
    }
    return [...best.values()]
  }

  #fit(index: number, row: Keys): number {
    const { name, code, investor } = this.#at(index)
    return (name === row.name ? 4 : 0) + (code === row.code ? 2 : 0) + (investor === row.investor ? 1 : 0)
  }

  /** What a project was called before says less than what it is called now. */
  #strength = (index: number, strength: 2 | 3) => (this.#projects[index]?.alias ? 2 : strength)

  #byCodeAndName(coded: readonly number[], named: readonly number[]): Finding {
    const isIn = (list: readonly number[]) => (index: number) =>
      list.some((other) => this.idOf(other) === this.idOf(index))
    const both = coded.filter(isIn(named))
    const [agreed, ...more] = both
    if (agreed !== undefined && more.length === 0)
      return { kind: 'one', index: agreed, strength: this.#strength(agreed, 3), reason: 'same_code' }
    const inCoded = isIn(coded)
    const elsewhere = named.filter((index) => !inCoded(index))
    const [only, ...others] = coded
    if (only !== undefined && others.length === 0 && elsewhere.length === 0)
      return { kind: 'one', index: only, strength: 1, reason: 'same_code_other_name' }
    return {
      kind: 'several',
      found: [
        ...coded.map((index): [number, Reason] => [
          index,
          both.includes(index) ? 'same_code' : 'same_code_other_name',
        ]),
        ...elsewhere.map((index): [number, Reason] => [index, 'same_name_other_code']),
      ],
    }
  }

  #byNameAlone(row: Keys, named: readonly number[]): Finding {
    const [first, ...rest] = named
    if (first === undefined) return { kind: 'none' }
    const sameCode = named.filter((index) => agree(this.#at(index).code, row.code))
    const fitting = sameCode.filter((index) => this.#at(index).investor === row.investor)
    const exact =
      fitting.length > 1 && row.money !== ''
        ? fitting.filter((index) => this.#at(index).money === row.money)
        : fitting
    const [one, ...more] = exact
    if (one !== undefined && more.length === 0)
      return { kind: 'one', index: one, strength: this.#strength(one, 3), reason: 'same_name' }
    if (rest.length === 0 && sameCode.length === 1 && agree(this.#at(first).investor, row.investor))
      return { kind: 'one', index: first, strength: 2, reason: 'same_name_no_investor' }
    return {
      kind: 'several',
      found: named.map((index) => [index, this.#whyNamed(this.#at(index), row, fitting.length)]),
    }
  }

  #whyNamed({ investor, code }: Keys, row: Keys, fitting: number): Reason {
    if (!agree(code, row.code)) return 'same_name_other_code'
    if (fitting > 1) return 'several_same_name'
    if (investor === row.investor) return 'same_name'
    return investor === '' || row.investor === '' ? 'same_name_no_investor' : 'same_name_other_investor'
  }

  /** Similar names, or the same investor with the same total. Two codes that differ are two projects. */
  findSimilar(row: Keys): [number, Reason][] {
    this.#alike ??= new Alike(
      this.#keys.map((keys) => keys.core),
      leastAlike,
    )
    const found = new Map<number, Reason>()
    for (const { index } of this.#alike.find(row.core)) {
      const { investor } = this.#at(index)
      found.set(
        index,
        investor !== '' && investor === row.investor ? 'similar_name_same_investor' : 'similar_name',
      )
    }
    const sum = sumOf(row)
    for (const index of sum === '' ? [] : (this.#bySum.get(sum) ?? []))
      if (!found.has(index)) found.set(index, 'same_investor')
    return [...found].filter(([index]) => agree(this.#at(index).code, row.code))
  }

  candidates(found: readonly [number, Reason][], row: Keys): Candidate[] {
    return found
      .flatMap(([index, reason]): Candidate[] => {
        const project = this.#own.get(this.idOf(index))
        if (!project) return []
        const score = Math.round(likeness(row.core, this.#at(index).core) * 100) / 100
        return [
          {
            projectId: project.id,
            name: project.name,
            investor: project.investor,
            code: project.code,
            reason,
            score,
          },
        ]
      })
      .sort((a, b) => b.score - a.score || (a.projectId < b.projectId ? -1 : 1))
      .filter(({ projectId }, at, all) => all.findIndex((one) => one.projectId === projectId) === at)
      .slice(0, mostCandidates)
  }

  #at(index: number): Keys {
    const keys = this.#keys[index]
    if (!keys) throw new RangeError(`There is no project ${index}.`)
    return keys
  }
}

/** Equal, or one side says nothing. */
export const agree = (a: string, b: string) => a === '' || b === '' || a === b

const sumOf = ({ investor, money }: Keys) =>
  investor && money && money !== '0' ? `${investor} ${money}` : ''

/** Places in the list by key; '' is no key. */
export function placesBy(keys: readonly Keys[], keyOf: (keys: Keys) => string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  keys.forEach((one, at) => {
    const key = keyOf(one)
    if (key === '') return
    const list = places.get(key)
    if (list) list.push(at)
    else places.set(key, [at])
  })
  return places
}
