import { addDays, type Day } from '../../src/shared/days.ts'
import { at, lastDay, type SampleProject } from './project.ts'

/** Land supplied by then has its number: what is listed has one before it is awarded. */
export const numberedUntil: Day = addDays(lastDay, 61)
const most = 3
/** 亩. Small neighbours share a lot; others only one that two phases of a firm would fill. */
const small = 12
const largestShared = 200
const daysApart = 180

type Lot = { corps: string; small: boolean; land: number; days: Day[] }

/**
 * Gives each number of a lot to one corps, in the order in which land is supplied: a number that is taken moves on to
 * the next free one, and projects of one corps that were supplied within half a year may share a lot.
 */
export const withOwnLots = (projects: readonly SampleProject[]): SampleProject[] => {
  const lots = new Map<string, Lot>()
  const numbers = new Map<string, string>()
  const supplied = projects
    .flatMap((project) => {
      const day = project.reached.landSupplied
      return project.land && day && day <= numberedUntil ? [{ project, day }] : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.project.key < b.project.key ? -1 : 1))
  for (const { project, day } of supplied) {
    const corps = project.corps.at(-1)?.value ?? ''
    const land = finalLand(project)
    const mayShare = (lot: Lot) =>
      lot.corps === corps &&
      lot.days.length < most &&
      day <= lastDay &&
      lot.land + land <= largestShared &&
      day <= addDays(lot.days[0] ?? day, daysApart)
    const number = sharedBySmall(project.parcel, land, lots, mayShare) ?? free(project.parcel, lots, mayShare)
    const lot = lots.get(number) ?? { corps, small: land < small, land: 0, days: [] }
    lots.set(number, { ...lot, land: lot.land + land, days: [...lot.days, day] })
    numbers.set(project.key, number)
  }
  return projects.map((project) => ({ ...project, parcel: numbers.get(project.key) ?? project.parcel }))
}

/** 亩, as contracted. */
export const finalLand = ({ land }: SampleProject): number => (land && at(land, '9999-12-31')) ?? 0

const sharedBySmall = (
  drawn: string,
  land: number,
  lots: ReadonlyMap<string, Lot>,
  mayShare: (lot: Lot) => boolean,
) =>
  land < small
    ? [...lots].find(([number, lot]) => lot.small && stem(number) === stem(drawn) && mayShare(lot))?.[0]
    : undefined

const stem = (number: string) => number.slice(0, number.indexOf('〕') + 1)

const free = (drawn: string, lots: ReadonlyMap<string, Lot>, mayShare: (lot: Lot) => boolean) => {
  for (let count = Number(/〕(\d+)号$/.exec(drawn)?.[1]); ; count++) {
    const number = `${stem(drawn)}${count}号`
    const lot = lots.get(number)
    if (!lot || mayShare(lot)) return number
  }
}
