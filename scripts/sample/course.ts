import { type Stage, stages } from '../../src/features/projects/stages.ts'
import { addDays, type Day } from '../../src/shared/days.ts'
import { lastDay, type Reach } from './project.ts'
import type { Luck } from './random.ts'

/** Days from entering a stage to entering the next one on the way. */
const gaps: Record<Stage, readonly [low: number, high: number]> = {
  lead: [15, 50],
  engaged: [25, 90],
  negotiating: [40, 150],
  underReview: [15, 55],
  signed: [30, 120],
  landed: [40, 150],
  landSupplied: [30, 130],
  started: [20, 60],
  underConstruction: [330, 640],
  completed: [30, 130],
  inProduction: [110, 280],
  aboveScale: [170, 360],
  fullCapacity: [60, 180],
  contractReview: [0, 0],
}

/** How long the last stage may have lasted when the last ledger was closed. */
const dwell: Record<Stage, readonly [low: number, high: number]> = {
  lead: [4, 75],
  engaged: [8, 90],
  negotiating: [10, 150],
  underReview: [4, 45],
  signed: [25, 190],
  landed: [12, 170],
  landSupplied: [10, 110],
  started: [4, 50],
  underConstruction: [25, 420],
  completed: [8, 110],
  inProduction: [15, 230],
  aboveScale: [25, 260],
  fullCapacity: [25, 300],
  contractReview: [20, 180],
}

const stepsOf = (land: boolean) => stages.filter((stage) => land || stage !== 'landSupplied')

/** Fitting out rented rooms takes a third of the time of building. */
const gap = (stage: Stage, land: boolean, luck: Luck) => {
  const [low, high] = gaps[stage]
  const days = luck.between(low, high)
  return stage === 'underConstruction' && !land ? Math.round(days / 3) : days
}

/** A course that stands at `target` when the last ledger closes, with its expected days beyond. */
export const courseTo = (target: Stage, land: boolean, luck: Luck, enteredOn?: Day): Reach => {
  const steps = stepsOf(land)
  const here = steps.indexOf(target)
  const entered = enteredOn ?? addDays(lastDay, -luck.between(...dwell[target]))
  const reached: Reach = { [target]: entered }
  let day = entered
  for (const stage of steps.slice(0, here).reverse()) {
    day = addDays(day, -gap(stage, land, luck))
    reached[stage] = day
  }
  // What is expected lies after the last day: a stage may last longer than its usual gap.
  day = entered
  for (const stage of steps.slice(here)) {
    reached[stage] = day
    const next = addDays(day, gap(stage, land, luck))
    day = next > lastDay ? next : addDays(lastDay, luck.between(15, 90))
  }
  return reached
}

/** A course that begins on a day and is followed until it ends without reaching its goal. */
export const courseFrom = (lead: Day, land: boolean, luck: Luck): Reach => {
  const reached: Reach = {}
  let day = lead
  for (const stage of stepsOf(land)) {
    reached[stage] = day
    day = addDays(day, gap(stage, land, luck))
  }
  return reached
}

/** The furthest stage entered by a day. */
export const stageOn = (reached: Reach, day: Day): Stage | undefined =>
  stages.findLast((stage) => (reached[stage] ?? '9999') <= day)
