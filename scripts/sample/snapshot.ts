import { type MilestoneKind, type Stage, stages } from '../../src/features/projects/stages.ts'
import { addDays, addMonths, lastDayOfMonth, type Month } from '../../src/shared/days.ts'
import type { CorpsKey } from './corps/profile.ts'
import { stageOn } from './course.ts'
import { lightOf } from './lights.ts'
import { spending } from './money.ts'
import { allTime, at, type SampleProject } from './project.ts'
import { luck } from './random.ts'
import { physicalText } from './texts/physical.ts'
import { problemOf } from './texts/problems.ts'
import { progressText } from './texts/progress.ts'

/** A project as one row of one ledger. Money 万元, foreign 万美元, land 亩, floors ㎡; dates as in shared/when. */
export type Line = {
  key: string
  corps: CorpsKey
  values: Readonly<Record<string, string | number>>
  cellNotes?: Readonly<Record<string, string>>
}

/** How long a project that ended is still listed. */
const listedAfterEnd = 5

export const snapshot = (project: SampleProject, month: Month): Line | undefined => {
  const day = lastDayOfMonth(month)
  const stage = stageOn(project.reached, day)
  const standing = at(project.standing, day) ?? 'ongoing'
  if (!stage) return undefined
  const ended = standing !== 'ongoing' && standing !== 'onHold'
  const since = project.standing.at(-1)?.since ?? day
  if (ended && addMonths(since, listedAfterEnd) < day) return undefined

  const passed = (one: Stage) => stages.indexOf(stage) >= stages.indexOf(one)
  const values: Record<string, string | number | undefined> = {}
  const from = (one: Stage, more: Record<string, string | number | undefined>) =>
    passed(one) && Object.assign(values, more)

  from('lead', {
    name: at(project.name, day),
    investor: project.investor,
    chain: project.chain,
    totalInvestment: at(project.total, day),
    firstContactUnit: project.firstContact,
    stage,
    standing,
    officer: passed('signed') ? project.officer : project.promoter,
    provenance: 'illustrative',
  })
  from('engaged', { investorKind: project.investorKind, scope: project.scope })
  from('negotiating', {
    fixedAssetInvestment: at(project.fixed, day),
    landArea: project.land && at(project.land, day),
    floorArea: project.floor,
    expectedOutput: project.output,
  })
  from('underReview', {
    expectedTax: project.tax,
    industryCode: project.industryCode,
    leadOfficial: project.leadOfficial,
    responsibleUnit: project.responsible,
    foreignCapital: project.foreign,
  })
  const planned = Object.fromEntries(
    Object.entries(project.planned).map(([kind, timed]) => [kind, at(timed, day)]),
  )
  from('signed', {
    'signed.actual': project.signedText ?? project.reached.signed,
    'started.plan': planned['started'],
    'completed.plan': planned['completed'],
    'inProduction.plan': planned['inProduction'],
    'fullCapacity.plan': planned['fullCapacity'],
  })
  const spent = spending(project, month)
  from('landed', { code: project.code, ...spent })
  from(project.land ? 'landSupplied' : 'landed', { parcelNo: project.parcel })
  Object.assign(values, happened(project, day))
  if (passed('landed')) Object.assign(values, intensities(values))

  const light = lightOf(stage, standing, month, planned['started'], planned['completed'], spent)
  const trouble = problemOf(project, month, stage, standing, light)
  Object.assign(values, {
    light,
    ...trouble,
    physicalProgress: ended ? undefined : physicalText(project, stage, day),
    progress: ended ? undefined : progressText(project, month, stage, standing),
    note: at(project.notes, day),
  })
  const known = Object.entries(values).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  )
  return {
    key: project.key,
    corps: at(project.corps, day) ?? 'shibei',
    values: Object.fromEntries(known),
    ...cellNotes(project, month),
  }
}

/** Days of events that an office writes down beside the stages. */
const happened = (project: SampleProject, day: string) => {
  const chance = luck(`days-${project.key}`)
  const { signed, landed, landSupplied, started, underConstruction, completed, inProduction, aboveScale } =
    project.reached
  const shift = (from: string | undefined, low: number, high: number) => {
    const days = chance.between(low, high)
    return from && addDays(from, days)
  }
  const dates: Partial<Record<MilestoneKind, string | undefined>> = {
    companyRegistered: shift(signed && landed, 8, 26),
    landAwarded: project.land ? landSupplied : undefined,
    started,
    statEntered: shift(started, 12, 45),
    toppedOut: project.land ? shift(underConstruction, 150, 260) : undefined,
    completed,
    inProduction,
    aboveScale,
  }
  const latest = completed ?? '9999'
  return Object.fromEntries(
    Object.entries(dates).flatMap(([kind, on]) =>
      on && on <= day && (kind !== 'toppedOut' || on < latest) ? [[`${kind}.actual`, on]] : [],
    ),
  )
}

/** 亩均 figures by arithmetic, two decimals, 万元 per 亩. */
const intensities = (values: Record<string, string | number | undefined>) => {
  const { landArea, fixedAssetInvestment, expectedTax } = values
  const perMu = (amount: string | number | undefined) =>
    typeof amount === 'number' && typeof landArea === 'number'
      ? Math.round((amount / landArea) * 100) / 100
      : undefined
  return { investmentIntensity: perMu(fixedAssetInvestment), taxPerMu: perMu(expectedTax) }
}

/** Somebody remarks on a corrected amount in the cell itself. */
const cellNotes = (project: SampleProject, month: Month) => {
  const correction = project.total.find(({ since }) => since > allTime && since.slice(0, 7) === month)
  return correction && project.signedText === undefined
    ? { cellNotes: { totalInvestment: '本月按投资协议（补充协议）核对调整。' } }
    : {}
}
