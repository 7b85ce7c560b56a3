import type { Language, Words } from '../../../web/i18n/index.ts'
import type { LeftOutProject, Plan, PlanPlace } from '../plan-contract.ts'
import { checkSentence } from './reasons.ts'
import { shownNumber } from './shown-number.ts'

export const muPerM2 = 0.0015
const hundredths = 100
/** Rounded up, since “not more than” must stay true. */
export const shownGap = (gap: number) =>
  shownNumber(Math.max(0, Math.ceil(gap * 100 * hundredths - 1e-9)) / hundredths)
export const placeLabel = ({ parts }: PlanPlace) => parts.map(({ label }) => label).join(' + ')

export function proofSentence(
  { answer: { gap, isProven, stopped }, asked }: Pick<Plan, 'answer' | 'asked'>,
  t: Words,
): string {
  if (!isProven)
    return t('plan.notProven', {
      ...{ gap: shownGap(gap), asked: shownNumber(asked.gap * 100) },
      why: t(`plan.stopped.${stopped ?? 'nodes'}`),
    })
  return gap <= 0 ? t('plan.optimal') : t('plan.proven', { gap: shownGap(gap) })
}

type Teller = { t: Words; language: Language; corpsName: (id: string | null) => string }

/** Why a project is left out, and the cheapest way in. */
export function leftOutSentences(
  { reason, conflict, contended, way }: LeftOutProject,
  { t, language, corpsName }: Teller,
): string[] {
  const joined = (all: string[]) => all.join(language === 'zh' ? '、' : ', ')
  const rules = joined(conflict.map(({ rule, words }) => words?.[language] ?? t(rule)))
  return [t(`plan.reason.${reason}`, { rules }), ...contention(), ...(way ? [wayIn(way)] : [])]

  function contention(): string[] {
    if (!contended || reason === 'noGain') return []
    const place = placeLabel(contended.place)
    if (contended.quotas.length > 0)
      return contended.quotas.map(({ corpsId, measure, by }) =>
        t('plan.contendedQuota', {
          ...{ place, corps: corpsName(corpsId), by: shownNumber(by, 0), unit: t(`plan.form.${measure}`) },
        }),
      )
    if (contended.by.length > 0)
      return [
        t('plan.contended', {
          ...{
            place,
            by: joined(contended.by.map(({ name }) => name)),
            loss: shownNumber(contended.loss, 1),
          },
        }),
      ]
    return [t(contended.isTakenByOthers ? 'plan.contendedOthers' : 'plan.contendedFree', { place })]
  }

  function wayIn({ place, changes, isFree }: NonNullable<LeftOutProject['way']>): string {
    return t('plan.way', {
      ...{ place: placeLabel(place), free: t(isFree ? 'plan.free' : 'plan.notFree') },
      ...{ kind: t(`kind.${place.kind}`), m2: shownNumber(place.areaM2, 0) },
      rules: changes.map((check) => checkSentence(check, t, language)).join(language === 'zh' ? '；' : '; '),
    })
  }
}
