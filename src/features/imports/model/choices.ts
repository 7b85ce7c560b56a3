import { normaliseName, normaliseText } from '../../../engine/text/normalise.ts'
import type { Field } from '../../projects/fields.ts'

/** What a word stands for among known ones, or those it may stand for. */
export type WordReading = { value: string } | { suggestions: string[] }
export type Corps = { id: string; name: string }

/** ⑤签约, 5.签约, （五）签约: offices number their stages. */
const numbering =
  /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?[.、)\-:]|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}(?=[\u4e00-\u9fff]))/
/** 签约阶段, 在建项目, 处于在谈: words that do not change which choice is meant. */
const around = /^(?:目前|现|正在|处于|当前)|(?:阶段|状态|项目|情况|中|了)$/g

const keyOf = (text: string) => normaliseName(text).replace(/[()\s]/g, '')
/** A word as a zone remembers it. */
export const wordKey = keyOf
const bareOf = (text: string) => keyOf(normaliseText(text).replace(numbering, '')).replace(around, '')

type Words = {
  byKey: Map<string, string>
  byBare: Map<string, string>
  all: { value: string; words: string[] }[]
}
const known = new WeakMap<Field, Words>()

function wordsOf(field: Field): Words {
  const kept = known.get(field)
  if (kept) return kept
  const words: Words = { byKey: new Map(), byBare: new Map(), all: [] }
  for (const { value, zh, en, aliases } of field.choices ?? []) {
    const spellings = [zh, en, ...aliases, value]
    for (const spelling of spellings) words.byKey.set(keyOf(spelling), value)
    words.all.push({ value, words: [zh, ...aliases].map(keyOf).filter((word) => word.length > 1) })
  }
  for (const [key, value] of words.byKey)
    if (!words.byKey.has(bareOf(key))) words.byBare.set(bareOf(key), value)
  known.set(field, words)
  return words
}

/**
 * One of a field's choices, by its label or alias in either language. A word that holds several of them
 * (已签约待供地) or one among others (签约在即) is not read: those it holds are suggested, or else all.
 */
export function readChoice(field: Field, text: string): WordReading {
  const { byKey, byBare, all } = wordsOf(field)
  const key = keyOf(text)
  const bare = bareOf(text)
  const value = byKey.get(key) ?? byKey.get(bare) ?? byBare.get(bare)
  if (value !== undefined) return { value }
  const held = all
    .filter(({ words }) => words.some((word) => key.includes(word)))
    .map((choice) => choice.value)
  return { suggestions: held.length > 0 ? held : all.map((choice) => choice.value) }
}

const corpsKey = (name: string) => keyOf(name).replace(/(?:作战)?兵团$/, '')

/** The one corps that a name or its beginning names: 三江 is 三江创智新城兵团 where no other begins so. */
function corpsCalled(corps: readonly Corps[], key: string): Corps | undefined {
  const same = corps.filter((one) => corpsKey(one.name) === key)
  const begun =
    same.length > 0 || key.length < 2 ? same : corps.filter((one) => corpsKey(one.name).startsWith(key))
  return begun.length === 1 ? begun[0] : undefined
}

/** A corps by its name or what everybody calls it, with or without 兵团; else those whose names occur, then all the others. */
export function readCorps(corps: readonly Corps[], text: string): WordReading {
  const key = corpsKey(text)
  const called = corpsCalled(corps, key)
  if (called) return { value: called.id }
  const near = (one: Corps) => key.length > 1 && key.includes(corpsKey(one.name))
  return {
    suggestions: [...corps.filter(near), ...corps.filter((one) => !near(one))].map((one) => one.id),
  }
}

/** The corps that a sheet's name or a title names, for books with a sheet per corps. */
export function corpsOfSheet(corps: readonly Corps[], sheet: string): string | null {
  const called = corpsCalled(corps, corpsKey(sheet))
  if (called) return called.id
  const key = keyOf(sheet)
  const named = corps.filter((one) => corpsKey(one.name).length > 1 && key.includes(corpsKey(one.name)))
  return named.length === 1 ? (named[0]?.id ?? null) : null
}
