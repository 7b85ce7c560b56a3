import { type ReactNode, useMemo } from 'react'
import type { Palette } from '../../../../web/map/palette.ts'
import { tileRatio } from '../../../../web/map/patterns.ts'
import { type ParcelStatus, parcelStatuses } from '../../../spaces/statuses.ts'
import { drawSwatch, swatchSize } from '../draw-swatch.ts'
import { phases } from '../project-looks.ts'

type MarkProps = { part: string; x: number; y: number; palette: Palette }

const lightShapes: Record<string, ReactNode> = {
  green: <circle r={6} />,
  yellow: <path d="M0-6.7 6.7 4.9h-13.4z" />,
  red: <rect x={-5.4} y={-5.4} width={10.8} height={10.8} />,
  grey: <circle r={5} fill="none" strokeWidth={2} />,
}

/** A status, phase, light or building as the map draws it. */
export function PartMark({ part, x, y, palette }: MarkProps) {
  const phase = phases.indexOf(part as (typeof phases)[number])
  const middle = `translate(${x + swatchSize.width / 2} ${y + swatchSize.height / 2})`
  if (parcelStatuses.some((status) => status === part))
    return <StatusMark status={part as ParcelStatus} x={x} y={y} palette={palette} />
  if (part === 'buildings')
    return (
      <g transform={middle} fill={palette('surface')} stroke={palette('ink')} strokeWidth={2}>
        <rect x={-5} y={-5} width={10} height={10} />
      </g>
    )
  if (phase < 0)
    return (
      <g transform={middle} fill={palette(part)} stroke={part === 'grey' ? palette(part) : 'none'}>
        {lightShapes[part]}
      </g>
    )
  return (
    <g transform={middle}>
      <circle r={7.5} fill={palette(`stage-${part}`)} />
      <text y={3.7} textAnchor="middle" fontSize={10} fontWeight={600} fill={palette('surface')}>
        {phase + 1}
      </text>
    </g>
  )
}

/** The map’s own pixels, in the drawing itself: a picture made of it has no other file to look for. */
function StatusMark({ status, x, y, palette }: Omit<MarkProps, 'part'> & { status: ParcelStatus }) {
  const href = useMemo(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: swatchSize.width * tileRatio, height: swatchSize.height * tileRatio })
    drawSwatch(canvas, status, palette)
    return canvas.toDataURL()
  }, [status, palette])
  return <image href={href} x={x} y={y} {...swatchSize} />
}
