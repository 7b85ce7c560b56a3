import { useEffect, useRef } from 'react'
import type { MapLibre } from './start-map.ts'

/** Lines over the map by their degrees; they follow it as it moves. */
export type Drawn = {
  key: string
  points: readonly (readonly [number, number])[]
  isClosed?: boolean
  /** Names the class of its look. */
  look: string
  hasDots?: boolean
  /** A word in its midst. */
  label?: { text: string; at: readonly [number, number] }
}

export function Overlay({ map, drawn }: { map: MapLibre; drawn: readonly Drawn[] }) {
  const place = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const draw = () => {
      for (const { key, points, isClosed, label } of drawn) {
        const group = place.current?.querySelector(`[data-key="${key}"]`)
        const at = points.map(([lon, lat]) => map.project([lon, lat]))
        const path = at.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
        group?.querySelector('path')?.setAttribute('d', path.join('') + (isClosed ? 'Z' : ''))
        for (const [index, dot] of [...(group?.querySelectorAll('circle') ?? [])].entries()) {
          dot.setAttribute('cx', String(at[index]?.x ?? 0))
          dot.setAttribute('cy', String(at[index]?.y ?? 0))
        }
        const middle = label && map.project([label.at[0], label.at[1]])
        group?.querySelector('text')?.setAttribute('x', String(middle?.x ?? 0))
        group?.querySelector('text')?.setAttribute('y', String(middle?.y ?? 0))
      }
    }
    draw()
    const heard = [map.on('move', draw), map.on('resize', draw)]
    return () => {
      for (const one of heard) one.unsubscribe()
    }
  }, [map, drawn])
  return (
    <svg ref={place} className="zt-map-overlay" aria-hidden="true">
      {drawn.map(({ key, look, hasDots, points, label }) => (
        <g key={key} data-key={key} className={look}>
          <path />
          {hasDots && points.map((point) => <circle key={point.join()} r={4} />)}
          {label && <text>{label.text}</text>}
        </g>
      ))}
    </svg>
  )
}
