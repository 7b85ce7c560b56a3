import type { Month } from '../../shared/days.ts'
import type { Decimal } from '../../shared/decimal.ts'

/** Unknown is grey and never green. */
export type Light = 'green' | 'yellow' | 'red' | 'grey'
/** 超过 is `over`, 达到 is `from`: “10–30 (incl.) yellow, more than 30 red” is from 10 and over 30. */
export type Limit = { op: 'over' | 'from'; value: Decimal }
type Limits = { yellow: Limit | null; red: Limit | null }
/** Milestones by key; an empty list means all of them. */
type Chosen = { milestones: readonly string[] }

/** Open milestones by days past their plan. */
export type MilestonePart = { kind: 'milestone' } & Chosen & Limits
/** Open milestones by months past their plan; the month planned for is the first. */
export type OverduePart = { kind: 'overdueMonths' } & Chosen & Limits
/**
 * What was done of the year's plan when the newest month reported was over: `points` below time progress (m/12), in
 * 百分点, or short of the time-proportional plan (m/12 of the year's) by `percent` of it.
 */
export type InvestmentPart = {
  kind: 'investment'
  measure: 'points' | 'percent'
  /** So many months before the one looked at may the newest report be; an older one is no answer. */
  monthsOld: number
  /** Yellow in so many reported months in a row is red. */
  inARow: number | null
} & Limits
/** Started and not entered into statistics, by months since. */
export type StatisticsPart = { kind: 'statistics' } & Limits
/** Funds paid short of those due, by percent of them. */
export type FundsPart = { kind: 'funds' } & Limits
/** Milestones planned for the month and the task that the battle chart has in it, met or not by its end; made good in the month after. */
export type MonthTaskPart = {
  kind: 'monthTask'
  missed: 'yellow' | 'red'
  /** What the month turns to when what it missed is done in the next; null: nothing. */
  madeGood: 'yellow' | null
  /** Missed in so many months in a row is red. */
  inARow: number | null
} & Chosen

export type Part = MilestonePart | OverduePart | InvestmentPart | StatisticsPart | FundsPart | MonthTaskPart
export type PartKind = Part['kind']
/** A light is the worst of its parts that are known. */
export type LightRule = { parts: readonly Part[] }

export type MissingFigure = 'planDates' | 'annualPlan' | 'yearDone' | 'startDate' | 'funds'
/** Why a part has its colour, with the figures a sentence needs. Rates and gaps are percent and 百分点, unrounded to 6 digits. */
export type Reason =
  | { code: 'halted'; standing: string }
  | { code: 'missing'; figure: MissingFigure; month?: Month }
  | { code: 'milestoneLate'; milestone: string; plan: string; days: number; others: number }
  | { code: 'monthsOverdue'; milestone: string; plan: string; months: number; others: number }
  /** Nothing is late; the next open milestone with its plan, if there is one. */
  | { code: 'onPlan'; milestone: string | null; plan: string | null }
  /** `gap` is below time progress; negative: ahead of it. `months`: so many yellow ones in a row made it red. */
  | { code: 'investmentPoints'; month: Month; rate: Decimal; gap: Decimal; months: number | null }
  /** `short` is below the plan in percent of it, both 万元; negative: more. */
  | {
      code: 'investmentShort'
      month: Month
      done: Decimal
      due: Decimal
      short: Decimal
      months: number | null
    }
  | { code: 'notStarted' }
  | { code: 'statEntered'; on: string }
  /** `months`: whole ones since the start. */
  | { code: 'statOpen'; on: string; months: number }
  | { code: 'funds'; short: Decimal }
  /** A `milestone` here may be the words of a task. `months`: so many in a row missed it. */
  | { code: 'taskMissed'; milestone: string; plan: string; months: number; others: number }
  | { code: 'taskMadeGood'; milestone: string; plan: string; on: string }
  | { code: 'taskDone'; milestone: string; on: string }
  | { code: 'taskOpen'; milestone: string; plan: string }

export type PartVerdict = { kind: PartKind; light: Light; reason: Reason }
/** `reason` is the one of the part that decided. */
export type Verdict = { light: Light; reason: Reason; parts: PartVerdict[] }
