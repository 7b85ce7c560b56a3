import { showNumber } from '../../../../web/format.ts'
import { fittingSize, widthOf } from './letters.ts'
import { scaleBar } from './print-scale.ts'
import type { SheetContent } from './sheet-content.ts'

const longest = 200
const parts = 4

/** The scale in figures and as a bar, true on paper; then by whose hand the sheet left the house. */
export function FootLine({ content }: { content: SheetContent }) {
  const { layout, sight, size, palette, say, trace } = content
  const { t } = say
  const { x, y, width } = layout.foot
  const font = palette('font')
  const ratio = t('ratio', { scale: showNumber(sight.scale) })
  const barX = x + widthOf(ratio, { size: 14, weight: 600 }, font) + 24
  const { metres, units } = scaleBar(sight, { ...layout.map, unitMm: size.unitMm }, longest)
  const top = y + 26
  const [inUnit, unit] = metres < 1000 ? [metres, 'metres'] : [metres / 1000, 'kilometres']
  const marks: [share: number, word: string][] = [
    [0, '0'],
    [0.5, String(inUnit / 2)],
    [1, t(`map:${unit}`, { length: inUnit })],
  ]
  const textX = barX + longest + 90
  const textWidth = x + width - textX
  return (
    <g>
      <text x={x} y={top + 6} fontSize={14} fontWeight={600}>
        {ratio}
      </text>
      <g data-scale-bar={metres} transform={`translate(${barX} ${top})`}>
        {Array.from({ length: parts }, (_, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a ruler stay where they are
            key={at}
            x={(units / parts) * at}
            width={units / parts}
            height={6}
            fill={palette(at % 2 === 0 ? 'text' : 'surface')}
            stroke={palette('text')}
            strokeWidth={1}
          />
        ))}
        {marks.map(([share, word]) => (
          <text key={share} x={units * share} y={-5} textAnchor="middle" fontSize={11}>
            {word}
          </text>
        ))}
      </g>
      {[trace, t('groundNote')].map((line, at) => (
        <text
          key={line}
          className={at === 0 ? 'zt-sheet-trace' : undefined}
          x={x + width}
          y={y + 22 + at * 16}
          textAnchor="end"
          fill={palette('text-3')}
          fontSize={fittingSize(line, textWidth, { size: 10.5 }, font)}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
