import { radiusAt } from '../project-looks.ts'
import { linesOf } from './letters.ts'
import type { SheetContent } from './sheet-content.ts'

/** 亿元 */
const samples = [3, 10, 50] as const
const lineHeight = 15
const letters = { size: 11 }

type LegendKeysProps = { content: SheetContent; x: number; y: number; width: number }

/** How large a circle is for how much, as large as on this sheet; then what else has to be said. */
export function LegendKeys({ content, x, y, width }: LegendKeysProps) {
  const { palette, legend, say } = content
  const { t } = say
  const radii = samples.map((yi) => radiusAt(yi * 10_000, legend.zoom))
  const largest = Math.max(...radii)
  const textX = x + largest * 2 + 14
  const wrap = (text: string, room: number) => linesOf(text, room, letters, palette('font'))
  const sizes = wrap(
    t('map:sizes', { small: samples[0], middle: samples[1], large: samples[2] }),
    x + width - textX,
  )
  const notes = [
    ...(legend.isIllustrative ? [t('illustrativeNote')] : []),
    ...(legend.unplaced > 0 ? [t('unplacedNote', { count: legend.unplaced })] : []),
  ].map((text) => wrap(text, width))
  const below = y + Math.max(largest * 2, sizes.length * lineHeight) + 12
  return (
    <g fontSize={letters.size} fill={palette('text-2')}>
      {radii.map((radius) => (
        <circle
          key={radius}
          cx={x + largest + 1}
          cy={y + largest * 2 - radius}
          r={radius}
          fill="none"
          stroke={palette('text-2')}
        />
      ))}
      <Lines x={textX} y={y} lines={sizes} />
      {notes.map((lines, at) => (
        <Lines
          key={lines.join('')}
          x={x}
          y={below + notes.slice(0, at).reduce((sum, { length }) => sum + length * lineHeight + 5, 0)}
          lines={lines}
        />
      ))}
    </g>
  )
}

const Lines = ({ x, y, lines }: { x: number; y: number; lines: readonly string[] }) => (
  <text>
    {lines.map((words, at) => (
      <tspan key={words} x={x} y={y + 11 + at * lineHeight}>
        {words}
      </tspan>
    ))}
  </text>
)
