import type { BatchAnswer, BatchPlan } from '../../../engine/matching/batch-plan.ts'
import { muOf, type PlaceName } from '../../../engine/matching/place.ts'
import type { Check } from '../../../engine/matching/rule.ts'
import { type Sentence, say } from '../../../server/errors.ts'
import type {
  LeftOutProject,
  PlanAnswer,
  PlanPlace,
  PlanSums,
  PlanWho,
  ProjectOnPlace,
  RuleCheck,
} from '../plan-contract.ts'
import type { Gathered } from './plan-input.ts'
import { isTold } from './rank.ts'

const mostSpaces = 20

/** A plan in the names and figures of the day it was made, as it is kept and shown. */
export function planAnswer(plan: BatchPlan, gathered: Gathered): PlanAnswer {
  const { input, wordsOf } = gathered
  const { placeOf, whoOf, checkOf, quotaOf, partOf } = tellers(gathered)
  const taxOf = new Map(input.projects.map(({ id, figures }) => [id, numberOr(figures['tax'])]))
  const land = input.spaces.reduce((sum, { kind, areaM2 }) => sum + (kind === 'parcel' ? areaM2 : 0), 0)
  const onPlace = ({ project, place, value }: BatchPlan['greedy']['placed'][number]): ProjectOnPlace => {
    const tax = taxOf.get(project) ?? null
    const taxPerMu = tax === null ? null : tax / muOf(place.areaM2)
    return { project: whoOf(project), place: placeOf(place), tax, taxPerMu, value }
  }
  const keptOff = new Map<string, number>()
  for (const { conflict } of plan.leftOut)
    for (const rule of conflict) keptOff.set(rule, (keptOff.get(rule) ?? 0) + 1)

  return {
    placed: plan.placed
      .map((one) => ({
        ...onPlace(one),
        fromOn: one.from,
        score: one.score,
        unknown: one.checks.map(checkOf),
      }))
      .sort(dearestFirst),
    sums: sumsOf(plan.placed, plan.value, taxOf, land),
    greedy: sumsOf(plan.greedy.placed, plan.greedy.value, taxOf, land),
    ...{ greedyPlaced: plan.greedy.placed.map(onPlace).sort(dearestFirst), landM2: land },
    ...{ bound: plan.bound, gap: plan.gap, isProven: plan.isProven, stopped: plan.stopped },
    binding: {
      spaces: plan.binding.spaces
        .slice(0, mostSpaces)
        .flatMap(({ space, price }) => partOf(space).map((part) => ({ part, price }))),
      quotas: plan.binding.quotas.flatMap(({ quota, limit, used, price }) =>
        quotaOf(quota).map((one) => ({ ...one, limit, used, price })),
      ),
      rules: [...keptOff]
        .map(([rule, projects]) => ({ rule, words: wordsOf(rule), projects }))
        .sort((a, b) => b.projects - a.projects || (a.rule < b.rule ? -1 : 1)),
    },
    leftOut: [...plan.leftOut].sort(nearestFirst).map((one): LeftOutProject => {
      const [way] = one.relax
      const [first] = one.contended
      return {
        project: whoOf(one.project),
        reason: one.reason,
        conflict: one.conflict.map((rule) => ({ rule, words: wordsOf(rule) })),
        // Where nothing is gained, no rule is in the way.
        way:
          way && one.reason !== 'noGain'
            ? { place: placeOf(way.place), changes: way.changes.map(checkOf), isFree: way.isFree }
            : null,
        contended: first
          ? {
              place: placeOf(first.place),
              by: [...new Set(first.spaces.flatMap(({ projects }) => projects))].map(whoOf),
              isTakenByOthers: first.spaces.some(({ isTakenByOthers }) => isTakenByOthers),
              quotas: first.quotas.flatMap(({ quota, by }) =>
                quotaOf(quota).map((told) => ({ ...told, by })),
              ),
              // Within the gap allowed, a swap may even gain a little.
              loss: Math.max(0, first.loss),
            }
          : null,
      }
    }),
    notLookedAt: plan.notLookedAt.joins + plan.notLookedAt.rooms + plan.notLookedAt.places,
  }
}

const dearestFirst = (a: ProjectOnPlace, b: ProjectOnPlace) =>
  b.value - a.value || (a.project.id < b.project.id ? -1 : 1)

function tellers({ asked, zone, who, wordsOf }: Gathered) {
  const partOf = (space: string) => {
    const part = zone.parts.get(space)
    return part ? [part] : []
  }
  return {
    partOf,
    whoOf: (project: string): PlanWho => who.get(project) ?? { id: project, name: '', corpsId: null },
    placeOf: ({ spaces, ...place }: PlaceName): PlanPlace => ({ ...place, parts: spaces.flatMap(partOf) }),
    checkOf: (check: Check): RuleCheck => ({
      ...check,
      required: typeof check.required === 'object' && check.required ? [...check.required] : check.required,
      offered: isTold(check.offered) ? check.offered : null,
      words: wordsOf(check.rule),
    }),
    quotaOf: (id: string) => {
      const quota = asked.quotas[Number(id)]
      return quota ? [{ corpsId: quota.unitId, measure: quota.measure }] : []
    },
  }
}

function sumsOf(
  placed: readonly { project: string; place: PlaceName }[],
  value: number,
  taxOf: ReadonlyMap<string, number | null>,
  landM2: number,
): PlanSums {
  const onLand = placed.filter(({ place: { kind } }) => kind !== 'room' && kind !== 'rooms')
  const tax = (all: typeof placed) => all.reduce((sum, { project }) => sum + (taxOf.get(project) ?? 0), 0)
  const givenM2 = onLand.reduce((sum, { place }) => sum + place.areaM2, 0)
  return {
    ...{ placed: placed.length, value, tax: tax(placed) },
    taxPerMuGiven: givenM2 > 0 ? tax(onLand) / muOf(givenM2) : null,
    taxPerMuOfAll: landM2 > 0 ? tax(onLand) / muOf(landM2) : null,
  }
}

/** Those that could have been placed first, those that nobody knows the use of last. */
const reasons: readonly LeftOutProject['reason'][] = ['contended', 'taken', 'noPlace', 'noGain']
const nearestFirst = (a: Pick<LeftOutProject, 'reason'>, b: Pick<LeftOutProject, 'reason'>) =>
  reasons.indexOf(a.reason) - reasons.indexOf(b.reason)

const numberOr = (figure: unknown) => (typeof figure === 'number' ? figure : null)

/** Why there is no plan at all. */
export function whyNone(answer: Exclude<BatchAnswer, BatchPlan>, { asked, who }: Gathered): Sentence {
  switch (answer.reason) {
    case 'notFound':
      return say(
        `在 ${asked.mostSeconds} 秒内没有找到方案，请放宽时间，或少选一些项目。`,
        `No plan was found within ${asked.mostSeconds} seconds. Give it more time, or choose fewer projects.`,
      )
    case 'unsolvable': {
      const parts = answer.conflict.map((part) =>
        part.kind === 'reservation'
          ? say(
              `“${who.get(part.project)?.name ?? ''}”的预留`,
              `what is kept for “${who.get(part.project)?.name ?? ''}”`,
            )
          : say('兵团上限', 'a corps’ limit'),
      )
      return say(
        `这些条件不能同时满足：${parts.map(({ zh }) => zh).join('、')}。`,
        `These cannot hold together: ${parts.map(({ en }) => en).join(', ')}.`,
      )
    }
    case 'faults': {
      const faults = answer.faults.slice(0, 3).map((fault) => {
        const id = 'id' in fault ? fault.id : ''
        const name = who.get(id)?.name ?? id
        return 'field' in fault ? `${name} ${fault.field} = ${fault.value}` : `${name} ${fault.code}`
      })
      return say(
        `有数据不能计算：${faults.join('；')}。`,
        `Some figures cannot be planned with: ${faults.join('; ')}.`,
      )
    }
  }
}
