import { showArea, showMoney } from '../../../../web/format.ts'
import type { Language, Words } from '../../../../web/i18n/index.ts'
import {
  type Light,
  lightWords,
  type Stage,
  type Standing,
  stageWords,
  standingWords,
} from '../../../projects/stages.ts'
import { type ParcelStatus, parcelStatusWords } from '../../../spaces/statuses.ts'
import type { MapDifference } from '../../differences-contract.ts'

type Change = MapDifference['changes'][number]

/** `DK-3 → DK-3-1、DK-3-2`; of what only came, went or changed, its name. */
export function differenceName({ before, after }: MapDifference, t: Words): string {
  const names = (pieces: MapDifference['before']) =>
    pieces.map(({ label }) => label ?? t('unnamed')).join(t('compare.and'))
  const isSame = before.length === 1 && after.length === 1 && before[0]?.id === after[0]?.id
  if (isSame || before.length === 0) return names(after)
  return after.length === 0 ? names(before) : `${names(before)} → ${names(after)}`
}

/** `状态 储备 → 挂牌`. */
export function changeWords({ field, from, to }: Change, language: Language, t: Words): string {
  const word = t(`compare.field.${field}`)
  if (field === 'shape') return t('compare.otherShape')
  if (field === 'place') return t(`compare.place.${from === null ? 'came' : to === null ? 'went' : 'moved'}`)
  const shown = (value: string | null) => valueWords(field, value, language, t) ?? t('compare.none')
  return `${word} ${shown(from)} → ${shown(to)}`
}

function valueWords(field: Change['field'], value: string | null, language: Language, t: Words) {
  if (value === null) return undefined
  if (field === 'status') return parcelStatusWords[value as ParcelStatus]?.[language]
  if (field === 'stage') return stageWords[value as Stage]?.[language]
  if (field === 'light') return lightWords[value as Light]?.[language]
  if (field === 'standing') return standingWords[value as Standing]?.[language]
  if (field === 'areaM2') return `${showArea(value)} ${t('frame:mu')}`
  if (field === 'total') return `${showMoney(value, { unit: '亿元' })} ${t('frame:yi')}`
  return value
}
