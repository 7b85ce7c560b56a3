import type { Criterion } from '../../engine/matching/criterion.ts'

/** `tax:3,late:0`. */
export const weightsForm = '^([a-zA-Z]{2,12}:\\d{1,2}(\\.\\d)?)(,[a-zA-Z]{2,12}:\\d{1,2}(\\.\\d)?)*$'

type Words = { zh: string; en: string }
export const criterionKeys = [
  'tax',
  'output',
  'investment',
  'partners',
  'fragment',
  'late',
  'areaFit',
  'load',
  'height',
] as const
export type CriterionKey = (typeof criterionKeys)[number]

type Kind = Pick<Criterion, 'kind' | 'figure' | 'zero' | 'one'>
/** What counts nothing and what counts in full: examples to begin with, beside each on the page. 万元 by the mu; metres; days. */
const kinds: Record<CriterionKey, Kind & { weight: number; words: Words }> = {
  tax: { ...perMu('tax', 60), weight: 3, words: { zh: '亩均税收', en: 'Tax per mu' } },
  output: { ...perMu('output', 800), weight: 2, words: { zh: '亩均产值', en: 'Output per mu' } },
  investment: { ...perMu('investment', 600), weight: 2, words: { zh: '投资强度', en: 'Investment per mu' } },
  partners: {
    kind: 'partners',
    zero: 5_000,
    one: 0,
    weight: 1,
    words: { zh: '距链上伙伴', en: 'To chain partners' },
  },
  fragment: { kind: 'fragment', zero: 1, one: 0, weight: 1, words: { zh: '剩余零碎地', en: 'Scraps left' } },
  late: { kind: 'late', zero: 365, one: 0, weight: 2, words: { zh: '何时可用', en: 'Ready when needed' } },
  areaFit: { kind: 'areaFit', zero: 0.5, one: 0, weight: 1, words: { zh: '面积合适', en: 'Area fits' } },
  load: { kind: 'load', zero: 1, one: 1.5, weight: 1, words: { zh: '楼面荷载', en: 'Floor load' } },
  height: { kind: 'height', zero: 1, one: 1.3, weight: 1, words: { zh: '层高', en: 'Storey height' } },
}
function perMu(figure: string, one: number): Kind {
  return { kind: 'perMu', figure, zero: 0, one }
}

export const criterionWords = (key: string): Words =>
  kinds[key as CriterionKey]?.words ?? { zh: key, en: key }
export const usualWeights = Object.fromEntries(
  criterionKeys.map((key) => [key, kinds[key].weight]),
) as Record<CriterionKey, number>

/** With the weights a person chose; one of nought is left out. */
export const criteriaBy = (weights: Readonly<Record<CriterionKey, number>>): Criterion[] =>
  criterionKeys.flatMap((key) => {
    const { weight: _, words: __, ...kind } = kinds[key]
    return weights[key] > 0 ? [{ ...kind, id: key, weight: weights[key] }] : []
  })
