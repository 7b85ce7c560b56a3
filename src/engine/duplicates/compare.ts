import { type Identity, type Keys, keysOf, likeness } from '../text/identity.ts'
import { pinyinOf } from '../text/pinyin.ts'
import type { againstKinds, reasonKinds } from './kinds.ts'

export type Reason = { kind: (typeof reasonKinds)[number]; value: string }
export type Against = { kind: (typeof againstKinds)[number] }

/** A project by what identifies it, now or under a name that it had. */
export type Known = Identity & { id: string; aliases: readonly { name: string; code: string | null }[] }
export type Compared = {
  known: Known
  keys: Keys
  sound: string
  /** Keys of the names and codes that the project also goes by. */
  also: { names: ReadonlySet<string>; codes: ReadonlySet<string> }
}

const shortestSound = 4
const han = /\p{Script=Han}/u

export function comparedOf(known: Known): Compared {
  const keys = keysOf(known)
  const sound = han.test(keys.core) ? pinyinOf(keys.core).full : ''
  const other = known.aliases.map((alias) => keysOf({ ...alias, investor: null, totalInvestment: null }))
  return {
    known,
    keys,
    sound: sound.length >= shortestSound ? sound : '',
    also: {
      names: new Set(other.map((one) => one.name)),
      codes: new Set(other.flatMap((one) => (one.code === '' ? [] : [one.code]))),
    },
  }
}

export const sumOf = ({ investor, money }: Keys) =>
  investor !== '' && money !== '' && money !== '0' ? `${investor} ${money}` : ''

/** How much a reason says by itself, and how much is left of all of them where something speaks against. */
const weights: Record<Reason['kind'], number> = {
  code: 0.9,
  name: 0.75,
  core: 0.65,
  sound: 0.6,
  alias: 0.75,
  investorAmount: 0.5,
  similarName: 0.3,
  investor: 0.2,
}
const left: Record<Against['kind'], number> = { otherCode: 0.5, otherInvestor: 0.6, otherAmount: 0.85 }
const similarFrom = 0.6

/** What speaks for and against two projects being one, and the score of it all, 0 to 100. */
export function compare(a: Compared, b: Compared): { score: number; reasons: Reason[]; against: Against[] } {
  const reasons = reasonsOf(a, b)
  const against = againstOf(a.keys, b.keys)
  const doubt = reasons.reduce((rest, { kind }) => rest * (1 - weights[kind]), 1)
  const factor = against.reduce((all, { kind }) => all * left[kind], 1)
  return { score: Math.round((1 - doubt) * factor * 100), reasons, against }
}

function reasonsOf(a: Compared, b: Compared): Reason[] {
  const reasons: Reason[] = []
  const say = (kind: Reason['kind'], value = '') => reasons.push({ kind, value })
  if (a.keys.code !== '' && a.keys.code === b.keys.code) say('code', a.keys.code)
  if (a.keys.name === b.keys.name) say('name')
  else if (a.keys.core === b.keys.core) say('core', a.keys.core)
  else {
    const alike = likeness(a.keys.core, b.keys.core)
    if (a.sound !== '' && a.sound === b.sound) say('sound', a.sound)
    else if (alike >= similarFrom) say('similarName', String(Math.round(alike * 100)))
  }
  const alias = aliasBetween(a, b) ?? aliasBetween(b, a)
  if (alias !== undefined) say('alias', alias)
  if (sumOf(a.keys) !== '' && sumOf(a.keys) === sumOf(b.keys)) say('investorAmount', a.keys.money)
  else if (a.keys.investor !== '' && a.keys.investor === b.keys.investor) say('investor')
  return reasons
}

/** A name or code that `a` has or had, and that `b` also goes by. */
function aliasBetween(a: Compared, b: Compared): string | undefined {
  if (b.also.names.size === 0) return undefined
  for (const name of [a.keys.name, ...a.also.names]) if (b.also.names.has(name)) return name
  for (const code of [a.keys.code, ...a.also.codes]) if (b.also.codes.has(code)) return code
  return undefined
}

const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b

function againstOf(a: Keys, b: Keys): Against[] {
  const against: Against[] = []
  if (differ(a.code, b.code)) against.push({ kind: 'otherCode' })
  if (differ(a.investor, b.investor)) against.push({ kind: 'otherInvestor' })
  if (differ(a.money, b.money)) against.push({ kind: 'otherAmount' })
  return against
}
