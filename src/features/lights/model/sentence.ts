import type { Light, MissingFigure, Reason } from '../../../engine/lights/rule.ts'
import type { Month } from '../../../shared/days.ts'
import { type Decimal, formatDecimal, negateDecimal, signOfDecimal } from '../../../shared/decimal.ts'
import { showWhen } from '../../../shared/when.ts'
import { lightWords, milestoneWords, standingWords } from '../../projects/stages.ts'

type Language = 'zh' | 'en'
type Of<C extends Reason['code']> = Extract<Reason, { code: C }>

/** Why a light is as it is, in one sentence without its full stop. */
export function lightSentence(reason: Reason, language: Language): string {
  return language === 'zh' ? inChinese(reason) : inEnglish(reason)
}

function inChinese(reason: Reason): string {
  switch (reason.code) {
    case 'halted':
      return `项目${word(standingWords, reason.standing, 'zh')}，不亮灯`
    case 'missing':
      return missingZh[reason.figure](reason.month)
    case 'milestoneLate':
      return `${planned(reason, 'zh')}，已逾期 ${reason.days} 天${othersZh(reason.others)}`
    case 'monthsOverdue':
      return `${planned(reason, 'zh')}，已 ${reason.months} 个月未完成${othersZh(reason.others)}`
    case 'onPlan':
      return reason.milestone === null
        ? '计划的节点都已完成'
        : `节点没有逾期，下一个是${milestone(reason.milestone, 'zh')}（${showWhen(reason.plan ?? '', 'zh')}）`
    case 'investmentPoints':
      return `${spanZh(reason.month)}完成 ${percent(reason.rate)}，${gapZh(reason.gap)}${rowZh(reason.months)}`
    case 'investmentShort':
      return `${spanZh(reason.month)}完成 ${money(reason.done)} 万元，${shortZh(reason)}${rowZh(reason.months)}`
    case 'notStarted':
      return '尚未开工，不用入统'
    case 'statEntered':
      return `${showWhen(reason.on, 'zh')}已入统`
    case 'statOpen':
      return reason.months === 0
        ? `${showWhen(reason.on, 'zh')}开工，不到 1 个月，尚未入统`
        : `${showWhen(reason.on, 'zh')}开工，满 ${reason.months} 个月未入统`
    case 'funds':
      return signOfDecimal(reason.short) > 0 ? `到位资金比应到少 ${percent(reason.short)}` : '资金按约到位'
    case 'taskMissed':
      return `${planned(reason, 'zh')}，未按月完成${rowZh(reason.months > 1 ? reason.months : null)}${othersZh(reason.others, '项')}`
    case 'taskMadeGood':
      return `${planned(reason, 'zh')}，${showWhen(reason.on, 'zh')}补上`
    case 'taskDone':
      return `当月任务${named(reason.milestone)}已于 ${showWhen(reason.on, 'zh')} 完成`
    case 'taskOpen':
      return `当月任务${named(reason.milestone)}（计划 ${showWhen(reason.plan, 'zh')}）尚在期内`
  }
}

function inEnglish(reason: Reason): string {
  switch (reason.code) {
    case 'halted':
      return `The project is “${word(standingWords, reason.standing, 'en')}” and has no light`
    case 'missing':
      return missingEn[reason.figure](reason.month)
    case 'milestoneLate':
      return `${planned(reason, 'en')} and is ${many(reason.days, 'day')} late${othersEn(reason.others)}`
    case 'monthsOverdue':
      return `${planned(reason, 'en')} and has been open for ${many(reason.months, 'month')}${othersEn(reason.others)}`
    case 'onPlan':
      return reason.milestone === null
        ? 'Every milestone planned is done'
        : `No milestone is late; the next is “${milestone(reason.milestone, 'en')}” (${showWhen(reason.plan ?? '', 'en')})`
    case 'investmentPoints':
      return `${percent(reason.rate)} done in ${spanEn(reason.month)}, ${gapEn(reason.gap)}${rowEn(reason.months)}`
    case 'investmentShort':
      return `${money(reason.done)} done in ${spanEn(reason.month)}, ${shortEn(reason)}${rowEn(reason.months)} (CNY 10k)`
    case 'notStarted':
      return 'Not started, so nothing to enter into statistics'
    case 'statEntered':
      return `Entered into statistics on ${showWhen(reason.on, 'en')}`
    case 'statOpen':
      return reason.months === 0
        ? `Started ${showWhen(reason.on, 'en')}, less than a month ago, not yet in statistics`
        : `Started ${showWhen(reason.on, 'en')} and not in statistics after ${many(reason.months, 'month')}`
    case 'funds':
      return signOfDecimal(reason.short) > 0
        ? `Funds paid are ${percent(reason.short)} short of those due`
        : 'Funds are paid as agreed'
    case 'taskMissed':
      return `${planned(reason, 'en')} and was not done by the month’s end${rowEn(reason.months > 1 ? reason.months : null)}${othersEn(reason.others)}`
    case 'taskMadeGood':
      return `${planned(reason, 'en')} and was made good ${showWhen(reason.on, 'en')}`
    case 'taskDone':
      return `The month’s task “${milestone(reason.milestone, 'en')}” was done ${showWhen(reason.on, 'en')}`
    case 'taskOpen':
      return `The month’s task “${milestone(reason.milestone, 'en')}” (planned ${showWhen(reason.plan, 'en')}) is still in time`
  }
}

/** 当月红，现已补为黄: only where a month's colour is another by now. */
export function sinceSentence(then: Light, now: Light, language: Language): string | undefined {
  if (then === now) return undefined
  const [was, is] = [word(lightWords, then, language), word(lightWords, now, language)]
  const better = badness.indexOf(now) < badness.indexOf(then) && now !== 'grey' && then !== 'grey'
  if (language === 'zh') return better ? `当月${was}，现已补为${is}` : `当月${was}，按现有数据为${is}`
  return better
    ? `${was} then, made good to ${lower(is)} since`
    : `${was} then, ${lower(is)} by what is known today`
}
const badness: readonly Light[] = ['grey', 'green', 'yellow', 'red']
const lower = (text: string) => text.toLowerCase()

const missingZh: Record<MissingFigure, (month?: Month) => string> = {
  planDates: () => '节点没有计划时间，无法判断',
  annualPlan: (month) => `缺 ${month?.slice(0, 4) ?? ''} 年度计划投资，无法判断投资进度`,
  yearDone: (month) => `缺 ${month ?? ''} 的本年累计，无法判断投资进度`,
  startDate: () => '缺实际开工时间，无法判断入统',
  funds: () => '台账没有到位资金，无法判断',
}
const missingEn: Record<MissingFigure, (month?: Month) => string> = {
  planDates: () => 'No milestone has a planned date, so nothing can be judged',
  annualPlan: (month) =>
    `The plan for ${month?.slice(0, 4) ?? 'the year'} is missing, so investment cannot be judged`,
  yearDone: (month) => `What was done by ${month ?? 'the month'} is missing, so investment cannot be judged`,
  startDate: () => 'The actual start is missing, so entry into statistics cannot be judged',
  funds: () => 'The ledger keeps no funds paid, so they cannot be judged',
}

const word = (words: Readonly<Record<string, Record<Language, unknown>>>, key: string, language: Language) =>
  String(words[key]?.[language] ?? key)
const milestone = (kind: string, language: Language) => word(milestoneWords, kind, language)
/** A milestone, or a task in words of its own. */
const named = (kind: string) => (Object.hasOwn(milestoneWords, kind) ? milestone(kind, 'zh') : `“${kind}”`)
function planned({ milestone: kind, plan }: { milestone: string; plan: string }, language: Language): string {
  const when = showWhen(plan, language)
  return language === 'zh'
    ? `${named(kind)}计划 ${when}`
    : `“${milestone(kind, 'en')}” was planned for ${when}`
}
const othersZh = (count: number, unit = '个节点') => (count > 0 ? `，另有 ${count} ${unit}未完成` : '')
const othersEn = (count: number) => (count > 0 ? `; ${many(count, 'more')} open` : '')
const many = (count: number, of: 'day' | 'month' | 'more') =>
  of === 'more' ? `${count} more` : `${count} ${of}${count === 1 ? '' : 's'}`
const rowZh = (months: number | null) => (months === null ? '' : `，连续 ${months} 个月`)
const rowEn = (months: number | null) => (months === null ? '' : `, ${months} months in a row`)

/** Rounded here and nowhere before. */
const one = (value: Decimal) => formatDecimal(value, { digits: 1, grouping: true })
const percent = (value: Decimal) => `${one(value)}%`
const money = (value: Decimal) => formatDecimal(value, { digits: 0, grouping: true })
const size = (value: Decimal) => one(signOfDecimal(value) < 0 ? negateDecimal(value) : value)

const gapZh = (gap: Decimal) =>
  signOfDecimal(gap) === 0
    ? '与时间进度持平'
    : `${signOfDecimal(gap) > 0 ? '低' : '高'}于时间进度 ${size(gap)} 个百分点`
const gapEn = (gap: Decimal) =>
  signOfDecimal(gap) === 0
    ? 'level with time progress'
    : `${size(gap)} points ${signOfDecimal(gap) > 0 ? 'behind' : 'ahead of'} time progress`
const shortZh = ({ due, short }: Of<'investmentShort'>) =>
  signOfDecimal(short) > 0
    ? `比序时计划 ${money(due)} 万元少 ${percent(short)}`
    : `达到序时计划 ${money(due)} 万元`
const shortEn = ({ due, short }: Of<'investmentShort'>) =>
  signOfDecimal(short) > 0
    ? `${percent(short)} short of the ${money(due)} planned by then`
    : `as much as the ${money(due)} planned by then`

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const numberOf = (month: Month) => Number(month.slice(5))
const spanZh = (month: Month) => (numberOf(month) === 1 ? '1月' : `1–${numberOf(month)}月`)
const spanEn = (month: Month) =>
  numberOf(month) === 1 ? 'Jan' : `Jan–${monthNames[numberOf(month) - 1] ?? month}`
