import { addDays } from '../../../shared/days.ts'
import type { Language, Words } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { shownNumber } from './shown-number.ts'

type Mark = RankedPlace['marks'][number]
type Check = RankedPlace['checks'][number]

const epoch = '2000-01-01'
const day = (number: number | null | undefined) => (typeof number === 'number' ? addDays(epoch, number) : '')

/** The mu of rooms are of floor, which is not the land that an office divides by. */
export const isFloor = (kind: RankedPlace['kind']) => kind === 'room' || kind === 'rooms'

/** The figures behind a mark: what was divided by what, how far, how late. */
export function markSentence(
  { criterion, state, figure, from: [first, second] }: Mark,
  kind: RankedPlace['kind'],
  t: Words,
): string {
  if (state === 'free') return t('mark.free')
  if (state === 'unknown' || figure === null) return t('mark.unknown')
  const shown = shownNumber(figure)
  switch (criterion) {
    case 'tax':
    case 'output':
    case 'investment':
      return t(isFloor(kind) ? 'mark.perMuFloor' : 'mark.perMu', {
        figure: shown,
        total: shownNumber(first ?? 0),
        mu: shownNumber(second ?? 0),
      })
    case 'partners':
      return t('mark.partners', { figure: shownNumber(figure, 0) })
    case 'fragment':
      return figure === 0 ? t('mark.whole') : t('mark.fragment', { share: shownNumber(figure * 100, 0) })
    case 'late':
      return figure === 0
        ? t('mark.ready', { ready: day(first) })
        : t('mark.late', { ready: day(first), days: shownNumber(figure, 0) })
    case 'areaFit':
      return t('mark.areaFit', { share: shownNumber(figure * 100, 0), asked: shownNumber(second ?? 0, 0) })
    case 'load':
    case 'height':
      return t('mark.multiple', { offered: shownNumber(first ?? 0), asked: shownNumber(second ?? 0) })
  }
}

/** A rule that is in the way: what it asks, what there is, how much is missing. */
export function checkSentence(
  { rule, words, standing, required, offered, difference, unit }: Check,
  t: Words,
  language: Language,
): string {
  const name = words ? words[language] : t(rule)
  if (standing === 'unknown') return t('check.unknown', { name })
  if (rule === 'need.ready')
    return t('check.late', { name, day: typeof required === 'number' ? day(required) : '' })
  if (rule === 'need.kind') return t('check.no', { name, offered: t(offered === 'room' ? 'rooms' : 'land') })
  if (typeof offered !== 'number' || difference === null)
    return t('check.no', { name, offered: offered ?? '' })
  return t(words ? 'check.short' : 'check.need', {
    name,
    required: typeof required === 'number' ? shownNumber(required) : '',
    offered: shownNumber(offered),
    difference: shownNumber(Math.abs(difference)),
    unit: unit === '1' ? '' : unit,
  })
}
