import {
  type Against,
  type Compared,
  compare,
  comparedOf,
  type Known,
  type Reason,
  sumOf,
} from './compare.ts'

/** Two projects that may be one, the older first (ids sort by time). */
export type Pair = { first: string; second: string; score: number; reasons: Reason[]; against: Against[] }

/** Below this, what speaks against outweighs what speaks for it. */
const leastScore = 30
/** Of more projects than these alike in one thing, each is set beside the oldest only: merged one by one, all are met. */
const mostAllToAll = 60

/** Every pair that has a code, a name, its sound, an alias, or investor and amount in common; the surest first. */
export function findPairs(projects: readonly Known[]): Pair[] {
  const all = projects.map(comparedOf).sort((a, b) => (a.known.id < b.known.id ? -1 : 1))
  const tried = new Set<number>()
  const pairs: Pair[] = []
  for (const group of groupsOf(all))
    for (const [i, j] of couplesOf(group)) {
      const place = i * all.length + j
      if (tried.has(place)) continue
      tried.add(place)
      const pair = pairOf(all[i] as Compared, all[j] as Compared)
      if (pair) pairs.push(pair)
    }
  return pairs.sort(
    (a, b) => b.score - a.score || (`${a.first}${a.second}` < `${b.first}${b.second}` ? -1 : 1),
  )
}

/** Two projects compared, as the queue would show them; nothing if they have too little in common. */
export function pairOf(a: Compared, b: Compared): Pair | undefined {
  const [first, second] = a.known.id < b.known.id ? [a, b] : [b, a]
  const compared = compare(first, second)
  if (compared.score < leastScore) return undefined
  return { first: first.known.id, second: second.known.id, ...compared }
}

/** Places in the list of projects that have one thing in common, in order. */
function* groupsOf(all: readonly Compared[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>()
  const put = (kind: string, key: string, at: number) => {
    if (key === '') return
    const group = groups.get(`${kind} ${key}`)
    if (!group) groups.set(`${kind} ${key}`, [at])
    else if (group.at(-1) !== at) group.push(at)
  }
  all.forEach(({ keys, sound, also }, at) => {
    for (const code of [keys.code, ...also.codes]) put('code', code, at)
    for (const name of [keys.name, ...also.names]) put('name', name, at)
    put('core', keys.core, at)
    put('sound', sound, at)
    put('sum', sumOf(keys), at)
  })
  for (const group of groups.values()) if (group.length > 1) yield group
}

function* couplesOf(group: readonly number[]): Iterable<[number, number]> {
  const [oldest = 0] = group
  for (const [at, j] of group.entries()) {
    if (group.length > mostAllToAll && at > 0) yield [oldest, j]
    else for (const i of group.slice(0, at)) yield [i, j]
  }
}
