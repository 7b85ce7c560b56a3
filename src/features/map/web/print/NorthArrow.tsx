import type { Palette } from '../../../../web/map/palette.ts'

/** North is up, on every map of the house. */
export function NorthArrow({
  x,
  y,
  word,
  palette,
}: {
  x: number
  y: number
  word: string
  palette: Palette
}) {
  return (
    <g
      transform={`translate(${x} ${y})`}
      paintOrder="stroke"
      stroke={palette('surface')}
      strokeWidth={3}
      strokeLinejoin="round"
    >
      <path d="M0 16 7.5 40 0 35-7.5 40z" fill={palette('text')} />
      <text y={12} textAnchor="middle" fontSize={12} fontWeight={600} fill={palette('text')}>
        {word}
      </text>
    </g>
  )
}
