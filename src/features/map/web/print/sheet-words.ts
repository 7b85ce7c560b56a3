import { shanghaiMinute } from '../../../../shared/days.ts'
import type { Language, Words } from '../../../../web/i18n/index.ts'
import { type Light, lightWords } from '../../../projects/stages.ts'
import { type ParcelStatus, parcelStatusWords } from '../../../spaces/statuses.ts'
import type { MapState, Print } from '../../contract.ts'
import type { MapAsked } from '../map-address.ts'
import { longestTitle } from './print-address.ts'

export type Say = { t: Words; language: Language }

/** Of the zone or the corps asked for. */
export function proposedTitle({ t }: Say, zone: string, asked: MapAsked, { units }: MapState): string {
  const unit = units.find(({ id }) => id === asked.unitId)
  const title = unit ? t('titleOfCorps', { zone, corps: unit.name }) : t('titleOfZone', { zone })
  return title.slice(0, longestTitle)
}

/** What of the records is drawn, under the title; nothing is left out without a word. */
export function filterWords({ t, language }: Say, asked: MapAsked, left: readonly string[]): string {
  const words = [t(asked.by === 'stage' ? 'byStage' : 'byLight')]
  if (asked.chain) words.push(t('ofChain', { chain: asked.chain }))
  if (left.length > 0)
    words.push(t('leftOut', { parts: left.map((key) => partWord({ t, language }, key)).join(t('comma')) }))
  return words.join(' · ')
}

export function partWord({ t, language }: Say, key: string): string {
  if (key in parcelStatusWords) return parcelStatusWords[key as ParcelStatus][language]
  if (key === 'buildings') return t('map:building')
  return key in lightWords ? lightWords[key as Light][language] : t(`map:phase.${key}`)
}

/** The day that the sheet shows, and up to when. */
export function dateWords({ t }: Say, day: string | undefined, at: Date): { day: string; upTo: string } {
  const [today = '', minute = ''] = shanghaiMinute(at).split(' ')
  return day ? { day, upTo: t('upToDay') } : { day: today, upTo: t('upToMinute', { minute }) }
}

/** By whose hand it leaves the house, as on every export. */
export const traceWords = ({ t }: Say, { id, name, login, at }: Omit<Print, 'legend'>): string =>
  t('trace', { name, login, at: shanghaiMinute(new Date(at)), id })
