import type { Criterion } from './criterion.ts'
import { dayNumberOf, muOf, type Place } from './place.ts'
import type { Project } from './project.ts'
import type { Point } from './space.ts'

/** A figure with those it is made of; null: not known; `free`: nothing is asked. */
export type Measured = { figure: number | null | 'free'; from: readonly (number | null)[] }

export function measure(
  { kind, figure }: Criterion,
  { need, figures, partners }: Project,
  place: Place,
): Measured {
  switch (kind) {
    case 'perMu': {
      const total = figures[figure ?? ''] ?? null
      const mu = muOf(place.areaM2)
      return typeof total === 'number' ? { figure: total / mu, from: [total, mu] } : unknown([null, mu])
    }
    case 'partners':
      return distance(place.position, partners)
    case 'fragment': {
      const { leftM2, leastLeftM2 } = place
      return { figure: leftM2 > 0 ? leastLeftM2 / leftM2 : 0, from: [leastLeftM2, leftM2] }
    }
    case 'late': {
      const on = dayNumberOf(need.on)
      const ready = place.readyDay
      return ready === null ? unknown([null, on]) : { figure: Math.max(0, ready - on), from: [ready, on] }
    }
    case 'areaFit':
      return {
        figure: Math.abs(place.areaM2 - need.areaM2) / need.areaM2,
        from: [place.areaM2, need.areaM2],
      }
    case 'load':
      return multiple(place.loadTPerM2, need.loadTPerM2)
    case 'height':
      return multiple(place.heightM, need.heightM)
  }
}

const unknown = (from: readonly (number | null)[]): Measured => ({ figure: null, from })

function distance(position: Point | null, partners: readonly Point[]): Measured {
  if (partners.length === 0) return { figure: 'free', from: [] }
  if (position === null) return unknown([])
  const all = partners.map(([east, north]) => Math.hypot(east - position[0], north - position[1]))
  return { figure: all.reduce((sum, one) => sum + one, 0) / all.length, from: all }
}

/** Land bears whatever is built on it. */
function multiple(offered: number | null, asked: number | null): Measured {
  if (asked === null || asked <= 0 || offered === Number.POSITIVE_INFINITY)
    return { figure: 'free', from: [null, asked] }
  return offered === null ? unknown([null, asked]) : { figure: offered / asked, from: [offered, asked] }
}
