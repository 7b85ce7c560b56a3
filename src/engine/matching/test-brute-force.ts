import { addDays, type Day } from '../../shared/days.ts'
import type { MatchInput } from './input.ts'
import type { Project } from './project.ts'
import type { Rule } from './rule.ts'
import type { Parcel, Room, Space } from './space.ts'

/** One project on one place, told by areas and days; made without a line of the engine. */
export type Option = {
  project: string
  corps: string
  spaces: readonly { id: string; areaM2: number }[]
  areaM2: number
  isRoom: boolean
  from: Day
  to: Day
}
const never: Day = '9999-12-31'

export function optionsOf(input: MatchInput, project: Project): { options: Option[]; isFixed: boolean } {
  const reserved = input.spaces.flatMap((space) =>
    space.reservations.filter((one) => one.project === project.id).map((one) => ({ space, ...one })),
  )
  if (reserved.length > 0) {
    const spaces = reserved.map(({ space, areaM2 }) => ({ id: space.id, areaM2: areaM2 ?? space.areaM2 }))
    const froms = reserved.map(({ period }) => period.from).sort()
    const tos = reserved.map(({ period }) => period.to ?? never).sort()
    const option = {
      project: project.id,
      corps: project.corps,
      spaces,
      areaM2: spaces.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      isRoom: reserved[0]?.space.kind === 'room',
      from: froms[0] ?? never,
      to: tos.at(-1) ?? never,
    }
    return { options: [option], isFixed: true }
  }
  const { need } = project
  const wholes = subsets(input.spaces).filter((spaces) => isPlace(spaces))
  const parts = input.spaces.flatMap((space): [Space, number][] => {
    if (space.kind === 'room' || space.leastPartM2 === null) return []
    const wanted = Math.min(Math.max(need.areaM2, space.leastPartM2), space.areaM2 - space.leastPartM2)
    return wanted >= space.leastPartM2 && wanted > 0 && wanted < space.areaM2 ? [[space, wanted]] : []
  })
  const options = [
    ...wholes.map((spaces) => spaces.map((space): [Space, number] => [space, space.areaM2])),
    ...parts.map((part) => [part]),
  ].flatMap((taken): Option[] => {
    const spaces = taken.map(([space]) => space)
    const areaM2 = taken.reduce((sum, [, area]) => sum + area, 0)
    const ready = spaces.map(({ readyOn }) => readyOn)
    const latest = ready.includes(null) ? null : (ready as Day[]).sort().at(-1)
    if (!meetsNeed(project, spaces, areaM2, input.acceptUnknown)) return []
    if (!input.rules.every((rule) => meetsRule(rule, project, spaces, areaM2, input.acceptUnknown))) return []
    const from = latest !== null && latest !== undefined && latest > need.on ? latest : need.on
    return [
      {
        project: project.id,
        corps: project.corps,
        spaces: taken.map(([space, area]) => ({ id: space.id, areaM2: area })),
        areaM2,
        isRoom: spaces[0]?.kind === 'room',
        from,
        to: need.days === null ? never : addDays(from, need.days),
      },
    ]
  })
  return { options, isFixed: false }
}

function subsets(spaces: readonly Space[]): Space[][] {
  const all: Space[][] = []
  for (let bits = 1; bits < 2 ** spaces.length; bits++) {
    const chosen = spaces.filter((_, at) => (bits >> at) % 2 === 1)
    if (chosen.length <= 3) all.push(chosen)
  }
  return all
}

function isPlace(spaces: Space[]): boolean {
  if (spaces.length === 1) return true
  if (spaces.every((one): one is Room => one.kind === 'room'))
    return new Set(spaces.map(({ floor }) => floor)).size === 1
  if (!spaces.every((one): one is Parcel => one.kind === 'parcel')) return false
  const touch = (a: Parcel, b: Parcel) =>
    a.neighbours.some(({ id, borderM }) => id === b.id && borderM >= 20) ||
    b.neighbours.some(({ id, borderM }) => id === a.id && borderM >= 20)
  const [a, b, c] = spaces
  if (!a || !b) return false
  if (!c) return touch(a, b)
  return [touch(a, b), touch(b, c), touch(a, c)].filter(Boolean).length >= 2
}

function meetsNeed({ need }: Project, spaces: Space[], areaM2: number, acceptUnknown: boolean): boolean {
  if (!need.kinds.includes(spaces[0]?.kind ?? 'room')) return false
  if (areaM2 < need.leastM2 || areaM2 > need.mostM2) return false
  for (const space of spaces) {
    if (need.latestOn !== null && (space.readyOn === null ? !acceptUnknown : space.readyOn > need.latestOn))
      return false
    if (space.kind !== 'room') continue
    for (const [asked, offered] of [
      [need.loadTPerM2, space.loadTPerM2],
      [need.heightM, space.heightM],
    ] as const)
      if (asked !== null && (offered === null ? !acceptUnknown : offered < asked)) return false
  }
  return true
}

function meetsRule(rule: Rule, project: Project, spaces: Space[], areaM2: number, acceptUnknown: boolean) {
  if (rule.projects && !rule.projects.includes(project.id)) return true
  if (rule.spaces && !spaces.some(({ id }) => rule.spaces?.includes(id))) return true
  if (rule.op !== 'atLeast' && rule.op !== 'atMost') throw new Error('codes are not brute forced')
  const total = project.figures[rule.indicator] ?? null
  if (typeof total !== 'number' || rule.value === null) return acceptUnknown
  const offered = rule.isPerMu ? total / (areaM2 * 0.0015) : total
  return rule.op === 'atLeast' ? offered >= rule.value - 1e-9 : offered <= rule.value + 1e-9
}

/** Whether these hold together on the land, quotas aside. */
export function fitTogether(
  input: MatchInput,
  chosen: readonly Option[],
  planned: ReadonlySet<string>,
): boolean {
  return input.spaces.every((space) => {
    const uses = [
      ...chosen.flatMap((option) =>
        option.spaces
          .filter(({ id }) => id === space.id)
          .map(({ areaM2 }) => ({ areaM2, from: option.from, to: option.to, isOurs: true })),
      ),
      ...space.reservations
        .filter(({ project }) => !planned.has(project))
        .map(({ period, areaM2 }) => ({
          areaM2: areaM2 ?? space.areaM2,
          from: period.from,
          to: period.to ?? never,
          isOurs: false,
        })),
    ]
    return uses.every(({ from }) => {
      const now = uses.filter((use) => use.from <= from && from < use.to)
      if (now.length <= 1 || !now.some(({ isOurs }) => isOurs)) return true
      const sum = now.reduce((total, { areaM2 }) => total + areaM2, 0)
      const least = space.kind === 'parcel' ? space.leastPartM2 : null
      return least !== null && sum <= space.areaM2 - least + 1e-6
    })
  })
}

export function meetQuotas({ quotas }: MatchInput, chosen: readonly Option[], isLast: boolean): boolean {
  return quotas.every(({ corps, kind, measure, least, most }) => {
    const counted = chosen.filter(
      (option) => option.corps === corps && (kind === null || (kind === 'room') === option.isRoom),
    )
    const sum = measure === 'projects' ? counted.length : counted.reduce((all, one) => all + one.areaM2, 0)
    return (most === null || sum <= most + 1e-6) && (!isLast || least === null || sum >= least - 1e-6)
  })
}

/** The most that any choice of options is worth, by trying them all; null: none meets every demand. */
export function bestByForce(
  input: MatchInput,
  worth: (option: Option) => number,
  mayDrop: ReadonlySet<string> = new Set(),
): number | null {
  const planned = new Set(input.projects.map(({ id }) => id))
  const all = input.projects.map((project) => {
    const { options, isFixed } = optionsOf(input, project)
    return { options, isFixed: isFixed && !mayDrop.has(project.id) }
  })
  let best: number | null = null
  const hasLeast = input.quotas.some(({ least }) => least !== null)
  const hopeFrom = (at: number) =>
    all.slice(at).reduce((sum, { options }) => sum + Math.max(0, ...options.map(worth)), 0)
  const hopes = all.map((_, at) => hopeFrom(at))
  const go = (at: number, chosen: Option[], value: number) => {
    const here = all[at]
    if (!here) {
      if (meetQuotas(input, chosen, true) && (best === null || value > best)) best = value
      return
    }
    if (!hasLeast && best !== null && value + (hopes[at] ?? 0) <= best) return
    for (const option of here.options) {
      const next = [...chosen, option]
      if (fitTogether(input, next, planned) && meetQuotas(input, next, false))
        go(at + 1, next, value + worth(option))
    }
    if (!here.isFixed) go(at + 1, chosen, value)
  }
  go(0, [], 0)
  return best
}
