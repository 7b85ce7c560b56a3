import type { Ref } from 'react'
import { readLasso } from '../../../spaces/model/lasso.ts'
import { FootLine } from './FootLine.tsx'
import { fittingSize, type Letters } from './letters.ts'
import { NorthArrow } from './NorthArrow.tsx'
import { placeIn } from './print-scale.ts'
import { SheetLegend } from './SheetLegend.tsx'
import type { SheetContent } from './sheet-content.ts'
import { Watermark } from './Watermark.tsx'

type SheetProps = {
  content: SheetContent
  /** Of the map; whoever draws that apart leaves it out. */
  picture: string | undefined
  ref?: Ref<SVGSVGElement>
}

const titleLetters: Letters = { size: 26, weight: 600 }
const dateWidth = 220

/** A sheet of the map but for the map: one drawing for the screen, the printer and files, in units of the sheet. */
export function Sheet({ content, picture, ref }: SheetProps) {
  const { size, layout, palette, title, filter, date } = content
  const font = palette('font')
  const { map } = layout
  const titleWidth = layout.title.width - dateWidth
  const right = layout.title.x + layout.title.width
  return (
    <svg
      ref={ref}
      className="zt-sheet"
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size.width} ${size.height}`}
      fontFamily={font}
      fontSize={12}
      fill={palette('text')}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {picture && <image href={picture} {...map} preserveAspectRatio="none" />}
      <Selection content={content} />
      <Watermark stamp={content.stamp} frame={map} colour={palette('text')} />
      <rect {...map} fill="none" stroke={palette('text-2')} strokeWidth={1} />
      <text
        x={map.x}
        y={layout.title.y + 26}
        fontWeight={600}
        fontSize={fittingSize(title, titleWidth, titleLetters, font)}
      >
        {title}
      </text>
      <text
        x={map.x}
        y={layout.title.y + 48}
        fontSize={fittingSize(filter, titleWidth, { size: 12 }, font)}
        fill={palette('text-2')}
      >
        {filter}
      </text>
      <text x={right} y={layout.title.y + 26} textAnchor="end" fontSize={17} fontWeight={500}>
        {date.day}
      </text>
      <text x={right} y={layout.title.y + 48} textAnchor="end" fill={palette('text-2')}>
        {date.upTo}
      </text>
      {layout.legend && (
        <SheetLegend content={content} frame={layout.legend} isAcross={size.width > size.height} />
      )}
      {content.hasNorth && (
        <NorthArrow
          x={map.x + map.width - 26}
          y={map.y + 14}
          word={content.say.t('north')}
          palette={palette}
        />
      )}
      <FootLine content={content} />
    </svg>
  )
}

/** A lasso or box that was drawn on the map. */
function Selection({ content: { within, sight, layout, size, palette } }: { content: SheetContent }) {
  const ring = within ? readLasso(within) : undefined
  if (!ring) return null
  const { map } = layout
  const at = ring.map((place) => placeIn(sight, { ...map, unitMm: size.unitMm }, [place[0], place[1]]))
  return (
    <svg {...map} aria-hidden="true">
      <path
        d={`M${at.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`}
        fill={palette('ink')}
        fillOpacity={0.06}
        stroke={palette('ink')}
        strokeWidth={1.5}
        strokeDasharray="6 4"
      />
    </svg>
  )
}
