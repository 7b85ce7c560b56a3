import type { Language, Words } from '../../../web/i18n/index.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import { stageWords } from '../../projects/stages.ts'
import { criterionKeys, criterionWords } from '../criteria.ts'
import type { PlanAsked, Threshold } from '../plan-contract.ts'
import { shownNumber } from './shown-number.ts'

type Teller = { t: Words; language: Language; corpsName: (id: string | null) => string }

/** “供地条件按 90% 计”, one for each indicator. */
export const thresholdWords = (
  thresholds: readonly Threshold[],
  { t, language }: Omit<Teller, 'corpsName'>,
) =>
  thresholds
    .map(({ indicator, percent }) =>
      t('plan.change.supposedOne', {
        indicator: indicatorOf(indicator)?.words[language] ?? indicator,
        percent: shownNumber(percent),
      }),
    )
    .join(language === 'zh' ? '、' : ', ')

/** What a person asked of one plan and not of the other, a sentence each. */
export function askedDifferences(before: PlanAsked, after: PlanAsked, teller: Teller): string[] {
  const { t, language, corpsName } = teller
  const joined = (all: readonly string[]) =>
    all.length === 0 ? t('plan.change.none') : all.join(language === 'zh' ? '、' : ', ')
  const rows: [what: string, of: (asked: PlanAsked) => string][] = [
    ...criterionKeys.map((key): (typeof rows)[number] => [
      t('weightOf', { criterion: criterionWords(key)[language] }),
      ({ weights }) => shownNumber(weights[key] ?? 0),
    ]),
    [
      t('plan.change.stages'),
      ({ stages, projectIds }) =>
        stages
          ? joined(stages.map((stage) => stageWords[stage as keyof typeof stageWords]?.[language] ?? stage))
          : t('plan.change.named', { count: projectIds?.length ?? 0 }),
    ],
    [t('plan.change.conditions'), ({ thresholds }) => thresholdWords(thresholds, teller) || joined([])],
    [
      t('plan.change.quotas'),
      ({ quotas }) =>
        joined(
          quotas.map(
            ({ unitId, measure, most }) =>
              `${corpsName(unitId)} ≤ ${shownNumber(most)} ${t(`plan.form.${measure}`)}`,
          ),
        ),
    ],
    [
      t('plan.change.unknown'),
      ({ acceptUnknown }) => t(acceptUnknown ? 'plan.accepted' : 'plan.notAccepted'),
    ],
    [t('plan.change.gap'), ({ gap }) => `${shownNumber(gap * 100)}%`],
    [t('plan.change.seconds'), ({ mostSeconds }) => shownNumber(mostSeconds)],
  ]
  return rows.flatMap(([what, of]) => {
    const [was, is] = [of(before), of(after)]
    return was === is ? [] : [t('plan.change.from', { what, before: was, after: is })]
  })
}
