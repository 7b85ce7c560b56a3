import type { Frame } from './sheet-layout.ts'

const [wide, high] = [330, 190]
const lineHeight = 17

/** Light enough to read a map through, dark enough for a photograph of it: who took it out, repeated. */
export function Watermark({
  stamp,
  frame,
  colour,
}: {
  stamp: readonly string[]
  frame: Frame
  colour: string
}) {
  if (stamp.length === 0) return null
  const rows = Math.ceil(frame.height / high)
  const columns = Math.ceil(frame.width / wide) + 1
  return (
    <svg {...frame} aria-hidden="true" className="zt-sheet-stamp">
      <g fill={colour} fillOpacity={0.1} fontSize={11}>
        {Array.from({ length: rows * columns }, (_, at) => {
          const [row, column] = [Math.floor(at / columns), at % columns]
          const x = (column - (row % 2) / 2) * wide + 30
          const y = row * high + 120
          return (
            <g key={`${row} ${column}`} transform={`translate(${x} ${y}) rotate(-17)`}>
              {stamp.map((line, index) => (
                <text key={line} y={index * lineHeight}>
                  {line}
                </text>
              ))}
            </g>
          )
        })}
      </g>
    </svg>
  )
}
