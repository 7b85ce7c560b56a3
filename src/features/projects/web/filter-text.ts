import type { Language, Words } from '../../../web/i18n/index.ts'
import { fieldByKey } from '../fields.ts'
import type { Corps } from './corps-names.ts'
import type { FieldFilter } from './field-filter.ts'
import { valueText } from './field-words.ts'

type Setting = { t: Words; language: Language; corps: Pick<Corps, 'nameOf'> }

const shownValues = 3

/** What a filter asks, in words for its chip: `签约、落地` · `≥ 10亿元` · `2022-01-01 — 2022-03-31` · `为空`. */
export function filterText(filter: FieldFilter, { t, language, corps }: Setting): string {
  const field = fieldByKey.get(filter.field)
  if (!field) return ''
  const show = (value: string) => valueText(field, value, language, corps)
  switch (filter.mode) {
    case 'blank':
    case 'filled':
      return t(`mode.${filter.mode}`)
    case 'contains':
      return t('filter.contains', { text: filter.text })
    case 'between': {
      if (filter.atLeast !== '' && filter.atMost !== '')
        return `${show(filter.atLeast)} — ${show(filter.atMost)}`
      return filter.atLeast !== '' ? `≥ ${show(filter.atLeast)}` : `≤ ${show(filter.atMost)}`
    }
    case 'is':
    case 'isNot': {
      const some = filter.values.slice(0, shownValues).map(show).join(t('listMark'))
      const rest = filter.values.length - shownValues
      const told = rest > 0 ? t('filter.more', { some, count: rest }) : some
      return filter.mode === 'is' ? told : t('filter.not', { text: told })
    }
  }
}
