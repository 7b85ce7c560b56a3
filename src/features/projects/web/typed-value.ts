import {
  type AmountColumn,
  type AmountFailure,
  type AmountFlag,
  parseAmount,
} from '../../../engine/ledger/amounts.ts'
import { type DateFailure, parseDay } from '../../../engine/ledger/dates.ts'
import { normaliseName } from '../../../engine/text/normalise.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { parseWhen, whenText } from '../../../shared/when.ts'
import type { Field } from '../fields.ts'
import type { ShownUnit } from '../shown-units.ts'
import type { Corps } from './corps-names.ts'

export type Typed = { ok: true; value: string | null } | { ok: false; message: string }

export type TypedSetting = {
  t: (key: string, params?: Record<string, string | number>) => string
  corps: Pick<Corps, 'idOf'>
  /** What a number without a unit is in. */
  unit: ShownUnit | undefined
  /** The year of a date that says none; this year, unless told. */
  year?: number
}

const amountColumns: Partial<Record<Field['kind'], AmountColumn>> = {
  money: 'money',
  foreign: 'foreign',
  area: 'area',
  floorArea: 'area',
  perMu: 'perMu',
  percent: 'percent',
}
const longest = { text: 300, code: 300, longText: 5000 } as const

/** What a person types or pastes into a cell → the stored value; null empties it. A sentence says what does not fit. */
export function parseTyped(field: Field, typed: string, setting: TypedSetting): Typed {
  const { t } = setting
  const text =
    field.kind === 'longText' ? typed.replace(/\r\n?/g, '\n').trim() : typed.replace(/\s+/g, ' ').trim()
  if (text === '') return field.required ? no(t('typed.required')) : { ok: true, value: null }
  const column = amountColumns[field.kind]
  if (column) return amount(field, column, text, setting)
  if (field.kind === 'when') return day(field, text, setting)
  if (field.kind === 'choice') {
    const wanted = normaliseName(text)
    const choice = field.choices?.find(
      ({ value, zh, en, aliases }) =>
        value === text || [zh, en, ...aliases].some((word) => normaliseName(word) === wanted),
    )
    return choice ? { ok: true, value: choice.value } : no(t('typed.choice', { text: shortened(text) }))
  }
  if (field.kind === 'corps') {
    const id = setting.corps.idOf(text)
    return id ? { ok: true, value: id } : no(t('typed.corps', { text: shortened(text) }))
  }
  const most = field.kind === 'longText' ? longest.longText : longest.text
  return text.length > most
    ? no(t('typed.tooLong', { most, length: text.length }))
    : { ok: true, value: text }
}

/** 约, 三百多; 超过, 以上; 预计, 暂定. */
const inexact: readonly AmountFlag[] = ['approx', 'bound', 'estimate']

const amountWords: Record<AmountFailure, string> = {
  blank_word: '',
  undecided: 'undecided',
  error_value: 'notNumber',
  range: 'range',
  several_amounts: 'several',
  currency: 'currency',
  unit_mismatch: 'unit',
  not_a_number: 'notNumber',
  out_of_range: 'tooLarge',
}

/** What an import would ask about or point at is refused here: a cell has no room for a doubt. */
function amount(field: Field, column: AmountColumn, text: string, { t, unit }: TypedSetting): Typed {
  const read = parseAmount(text, { column, headerUnit: unit })
  if (!read.ok)
    return read.code === 'blank_word'
      ? { ok: true, value: null }
      : no(t(`typed.${amountWords[read.code]}`, { text: shortened(text) }))
  if (read.flags.includes('part_ignored') || read.flags.includes('note_ignored'))
    return no(t('typed.several', { text: shortened(text) }))
  if (inexact.some((flag) => read.flags.includes(flag)))
    return no(t('typed.inexact', { text: shortened(text) }))
  if (read.flags.includes('negative') && !field.signed)
    return no(t('typed.negative', { text: shortened(text) }))
  // 52000 in a column of 亿元 is nearly always 万元; with its unit written it must still be thinkable.
  const implausible = read.flags.includes('implausible') && column !== 'percent'
  if (read.assumed && (implausible || (read.flags.includes('unit_doubtful') && column !== 'percent')))
    return no(t('typed.doubtfulUnit', { text: shortened(text), unit: unit ?? '' }))
  if (implausible) return no(t('typed.implausible', { text: shortened(text) }))
  return { ok: true, value: read.value }
}

const dateWords: Record<DateFailure, string> = {
  blank_word: '',
  undecided: 'undecided',
  not_a_date: 'notDate',
  no_such_day: 'noSuchDay',
  no_year: 'notDate',
  several_dates: 'severalDates',
  ambiguous: 'ambiguousDate',
}

function day(field: Field, text: string, { t, year }: TypedSetting): Typed {
  if (parseWhen(text)) return { ok: true, value: text }
  const english = englishWhen(text)
  if (english) return { ok: true, value: english }
  const columnKind = field.store.in === 'milestone' && field.store.date === 'actual' ? 'actual' : 'plan'
  const epochYear = year ?? Number(shanghaiDay(Date.now()).slice(0, 4))
  const read = parseDay({ text }, { columnKind, epochYear })
  if (!read.ok)
    return read.code === 'blank_word'
      ? { ok: true, value: null }
      : no(t(`typed.${dateWords[read.code]}`, { text: shortened(text) }))
  if (read.flags.includes('words') || read.flags.includes('after'))
    return no(t('typed.dateWords', { text: shortened(text) }))
  return { ok: true, value: whenText(read) }
}

const thirds = ['early', 'mid', 'late']

/** The spellings in which the English screen shows imprecise dates, `Q1 2022` and `2022-03 early`. */
function englishWhen(text: string): string | undefined {
  const part = /^([QH])([1-4]) (\d{4})$/i.exec(text)
  const third = /^(\d{4}-\d{2}) (early|mid|late)$/i.exec(text)
  const when = part
    ? `${part[3]}-${part[1]?.toUpperCase()}${part[2]}`
    : third
      ? `${third[1]}-T${thirds.indexOf(third[2]?.toLowerCase() ?? '') + 1}`
      : ''
  return parseWhen(when) ? when : undefined
}

const shortened = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
const no = (message: string): Typed => ({ ok: false, message })
