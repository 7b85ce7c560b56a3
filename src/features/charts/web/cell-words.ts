import { showWhen } from '../../../shared/when.ts'
import type { Language, Words } from '../../../web/i18n/index.ts'
import { milestoneWords } from '../../projects/stages.ts'
import { type Cell, isCoarse, type Placed } from '../model/cell.ts'

/** 计划开工, 预计开工（一季度内）, 开工 03-02: what stands of a milestone in a month. */
export function milestoneText({ kind, here, ...dates }: Placed, t: Words, language: Language): string {
  const what = milestoneWords[kind][language]
  const date = here.includes('actual') ? 'actual' : here.includes('forecast') ? 'forecast' : 'plan'
  const when = dates[date]
  const within = when !== null && isCoarse(when) ? t('within', { period: showWhen(when, language) }) : ''
  const word = { plan: 'planned', forecast: 'forecasted', actual: 'reached' }[date]
  const day = date === 'actual' && when?.length === 10 ? ` ${when.slice(5)}` : ''
  return `${t(word, { what })}${within}${day}`
}

/** Everything that stands in a cell, for the tooltip and for who cannot see it. */
export function cellText(cell: Cell | undefined, t: Words, language: Language): string {
  if (!cell) return t('empty')
  const parts = [
    ...(cell.task ? [cell.task.text] : []),
    ...cell.milestones.map((one) => milestoneText(one, t, language)),
    ...cell.slips.map((kind) => t('slipping', { what: milestoneWords[kind][language] })),
  ]
  const state = cell.state === null ? [] : [cell.isLate ? t('doneLate') : t(`flag.${cell.state}`)]
  return [...parts, ...state].join(language === 'zh' ? '；' : '; ')
}
