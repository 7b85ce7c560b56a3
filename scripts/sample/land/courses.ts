import { stages } from '../../../src/features/projects/stages.ts'
import type { ParcelStatus } from '../../../src/features/spaces/statuses.ts'
import { addDays, lastDayOfMonth, type Month } from '../../../src/shared/days.ts'
import type { CorpsKey } from '../corps/profile.ts'
import { stageOn } from '../course.ts'
import type { SampleProject } from '../project.ts'
import type { Luck } from '../random.ts'

/** When offices hand over what they surveyed. */
export const surveyMonths: readonly Month[] = ['2020-03', '2021-01', '2022-02']
/** What a parcel is in at each of `surveyMonths`; undefined before it is drawn. */
export type Course = readonly (ParcelStatus | undefined)[]

/** How many in a hundred parcels that no project names are in what, at the last survey. */
export const shares: Record<CorpsKey, Partial<Record<ParcelStatus, number>>> = {
  shibei: { built: 62, inefficient: 15, idle: 6, granted: 3, cleared: 5, preparing: 5, reserve: 4 },
  qiaonan: { built: 66, inefficient: 17, idle: 5, granted: 2, cleared: 4, preparing: 4, reserve: 2 },
  kejicheng: {
    built: 52,
    inefficient: 10,
    idle: 5,
    building: 7,
    granted: 4,
    cleared: 7,
    preparing: 8,
    reserve: 7,
  },
  lvzhi: {
    built: 20,
    inefficient: 3,
    idle: 4,
    building: 10,
    granted: 4,
    listed: 4,
    cleared: 14,
    preparing: 14,
    reserve: 27,
  },
  // Its reserve is apart: what the article says of it leaves no room for more.
  sanjiang: { built: 55, inefficient: 13, idle: 7, building: 9, granted: 14, listed: 2 },
}

const courses: Record<ParcelStatus, readonly Course[]> = {
  reserve: [['reserve', 'reserve', 'reserve']],
  preparing: [
    ['reserve', 'reserve', 'preparing'],
    ['reserve', 'preparing', 'preparing'],
  ],
  cleared: [
    ['reserve', 'preparing', 'cleared'],
    ['preparing', 'cleared', 'cleared'],
    ['cleared', 'cleared', 'cleared'],
  ],
  listed: [['preparing', 'cleared', 'listed']],
  granted: [
    ['cleared', 'listed', 'granted'],
    ['preparing', 'cleared', 'granted'],
  ],
  building: [
    ['cleared', 'granted', 'building'],
    ['granted', 'building', 'building'],
  ],
  built: [
    ...Array.from({ length: 8 }, (): Course => ['built', 'built', 'built']),
    ['building', 'built', 'built'],
    ['granted', 'building', 'built'],
  ],
  inefficient: [
    ['inefficient', 'inefficient', 'inefficient'],
    ['built', 'inefficient', 'inefficient'],
    ['built', 'built', 'inefficient'],
  ],
  idle: [
    ['granted', 'granted', 'idle'],
    ['granted', 'idle', 'idle'],
  ],
}

/** 市北 and 三江 hand over a file for each status: their first survey told fewer apart. */
const coarse: Partial<Record<ParcelStatus, ParcelStatus>> = { preparing: 'cleared', inefficient: 'built' }

export const courseOf = (corps: CorpsKey, last: ParcelStatus, chance: Luck): Course => {
  const [first, ...later] = chance.pick(courses[last])
  const isCoarse = corps === 'shibei' || corps === 'sanjiang'
  return [isCoarse && first ? (coarse[first] ?? first) : first, ...later]
}

/** A lot is drawn once it is listed, which is some weeks before it is awarded. */
const listedFor = 61

export const courseOfLot = (projects: readonly SampleProject[]): Course =>
  surveyMonths.map((month) => {
    const all = projects.flatMap((project) => statusFor(project, month) ?? [])
    const taken = all.filter((status) => status !== 'listed')
    const [first, ...more] = taken
    // Where one has not begun and another has, or one is built and another is not, the lot is under construction.
    return first ? (more.every((status) => status === first) ? first : 'building') : all[0]
  })

/** What the stage of a project says of its land. */
const statusFor = ({ reached }: SampleProject, month: Month): ParcelStatus | undefined => {
  const day = lastDayOfMonth(month)
  const stage = stageOn(reached, day)
  const isPast = (one: (typeof stages)[number]) =>
    stage !== undefined && stages.indexOf(stage) >= stages.indexOf(one)
  if (isPast('completed')) return 'built'
  if (isPast('started')) return 'building'
  if (isPast('landSupplied')) return 'granted'
  return (reached.landSupplied ?? '9999') <= addDays(day, listedFor) ? 'listed' : undefined
}
