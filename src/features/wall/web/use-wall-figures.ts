import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Day } from '../../../shared/days.ts'
import { sumDecimal } from '../../../shared/decimal.ts'
import type { BattleChart } from '../../charts/contract.ts'
import type { LitProjects } from '../../lights/contract.ts'
import type { Legend } from '../../map/contract.ts'
import type { ParcelList } from '../../spaces/contract.ts'
import { spaceLeft } from '../../spaces/statuses.ts'
import { offered, wallQueries } from './wall-queries.ts'

/** Parcels in a status. */
export type Land = Legend['parcels'][number]
export type Tally = { projects: number; totalWan: string; signed: number; red: number; spaceM2: string }
export type WallCorps = Tally & {
  id: string
  name: string
  /** Of its territory; undefined where it holds none that is drawn. */
  bounds: readonly number[] | undefined
  tasks: { of: number; done: number }
  space: readonly Land[]
}
export type WallFigures = {
  day: Day
  /** When the oldest of them was read. */
  readAt: number
  bounds: readonly number[] | undefined
  zone: Tally
  corps: readonly WallCorps[]
  red: LitProjects
  tasks: BattleChart
  overdue: number
  space: ParcelList
  /** Offered now, the largest first. */
  listed: ParcelList['items']
}
export type Reading = {
  figures: WallFigures | undefined
  error: Error | null
}

/**
 * Everything that any scene shows of a day: read ahead, so that no scene waits, and read again when it changes. Until the
 * next day has come whole, the former stays.
 */
export function useWallFigures(day: Day): Reading {
  // Asked again in this order: what may have changed most comes first.
  const space = useQuery(wallQueries.space(day))
  const listed = useQuery(wallQueries.listed(day))
  const units = useQuery(wallQueries.units(day))
  const map = useQuery(wallQueries.map(day))
  const ongoing = useQuery(wallQueries.ongoing(day))
  const signed = useQuery(wallQueries.signed(day))
  const red = useQuery(wallQueries.red(day))
  const tasks = useQuery(wallQueries.tasks(day))
  const overdue = useQuery(wallQueries.overdue(day))
  const corps = (units.data?.items ?? []).filter(
    ({ kind, fromOn, toOn }) => kind === 'corps' && fromOn <= day && (toOn === null || toOn >= day),
  )
  const legends = useQueries({ queries: corps.map(({ id }) => wallQueries.legend(day, id)) })
  const all: UseQueryResult[] = [units, map, ongoing, signed, red, tasks, overdue, space, listed, ...legends]
  const isWhole = all.every(({ data }) => data !== undefined)
  const kept = useRef<WallFigures>(undefined)
  if (isWhole) kept.current = whole() ?? kept.current
  return {
    figures: kept.current,
    error: all.find(({ error, data }) => error && data === undefined)?.error ?? null,
  }

  function whole(): WallFigures | undefined {
    if (
      !map.data ||
      !ongoing.data ||
      !signed.data ||
      !red.data ||
      !tasks.data ||
      !overdue.data ||
      !space.data ||
      !listed.data
    )
      return undefined
    const [going, signings, lit, chart] = [ongoing.data, signed.data, red.data, tasks.data]
    return {
      day,
      readAt: Math.min(...all.map(({ dataUpdatedAt }) => dataUpdatedAt)),
      bounds: map.data.bounds ?? undefined,
      zone: {
        projects: sum(going.items.map(({ count }) => count)),
        totalWan: sumDecimal(going.items.map(({ sums }) => sums['totalInvestment'] ?? '0')),
        signed: sum(signings.items.map(({ count }) => count)),
        red: lit.counts.red,
        spaceM2: leftIn(space.data.statuses.map(({ status, ...own }) => ({ key: status, ...own }))),
      },
      corps: corps.map(({ id, name }, at) => {
        const own = going.items.find(({ value }) => value === id)
        const land = (legends[at]?.data?.parcels ?? []).filter(({ key }) =>
          offered.some((status) => status === key),
        )
        const tally = chart.byCorps.find(({ corpsId }) => corpsId === id)
        return {
          ...{ id, name, bounds: map.data?.units.find((unit) => unit.id === id)?.bounds ?? undefined },
          projects: own?.count ?? 0,
          totalWan: own?.sums['totalInvestment'] ?? '0',
          signed: signings.items.find(({ value }) => value === id)?.count ?? 0,
          red: lit.byCorps.find(({ corpsId }) => corpsId === id)?.counts.red ?? 0,
          spaceM2: leftIn(land),
          tasks: { of: tally?.tasks ?? 0, done: tally?.done ?? 0 },
          space: land,
        }
      }),
      ...{ red: lit, tasks: chart, overdue: overdue.data.counts.overdue, space: space.data },
      listed: listed.data.items,
    }
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

/** ㎡ that can still be offered. */
const leftIn = (parcels: readonly Land[]) =>
  sumDecimal(
    parcels.filter(({ key }) => spaceLeft.some((status) => status === key)).map(({ areaM2 }) => areaM2),
  )
