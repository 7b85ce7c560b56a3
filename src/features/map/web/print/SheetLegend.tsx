import { showNumber } from '../../../../web/format.ts'
import { LegendKeys } from './LegendKeys.tsx'
import { widthOf } from './letters.ts'
import { PartMark } from './PartMark.tsx'
import type { SheetContent } from './sheet-content.ts'
import type { Frame } from './sheet-layout.ts'
import { partWord } from './sheet-words.ts'

const line = 19
const gap = 16
const columnGap = 28
const markWidth = 34

type SheetLegendProps = { content: SheetContent; frame: Frame; isAcross: boolean }

/** What colours mean and how many of each are on the sheet: one under the other beside the map, side by side below it. */
export function SheetLegend({ content, frame, isAcross }: SheetLegendProps) {
  const { lines, by } = content.legend
  const { t } = content.say
  const head = 30
  const width = isAcross ? frame.width : Math.min(232, (frame.width - 2 * columnGap) / 3)
  const parcels = { x: frame.x, y: frame.y + head }
  const buildings = { x: frame.x, y: parcels.y + (lines.parcels.length + 2) * line + gap / 2 }
  const parcelsHeight = (lines.parcels.length + (lines.buildings ? 4.5 : 2)) * line
  const projects = isAcross
    ? { x: frame.x, y: parcels.y + parcelsHeight + gap }
    : { x: frame.x + width + columnGap, y: parcels.y }
  const projectsHeight = (lines.projects.length + 2) * line
  const keys = isAcross
    ? { x: frame.x, y: projects.y + projectsHeight + gap, width }
    : { x: projects.x + width + columnGap, y: parcels.y, width: frame.width - 2 * (width + columnGap) }
  return (
    <g className="zt-sheet-legend">
      <text x={frame.x} y={frame.y + 12} fontSize={14} fontWeight={600}>
        {t('map:legend')}
      </text>
      <text
        x={frame.x + (isAcross ? width : 60)}
        y={frame.y + 12}
        textAnchor={isAcross ? 'end' : 'start'}
        fill={content.palette('text-2')}
        fontSize={11}
      >
        {t('onSheet', {
          parcels: showNumber(lines.parcelsTogether.count),
          projects: showNumber(lines.projectsTogether),
        })}
      </text>
      <Table
        content={content}
        {...parcels}
        width={width}
        head={[t('map:parcels'), t('map:pieces'), t('frame:mu')]}
        rows={lines.parcels.map(({ status, count, mu }) => [
          status,
          showCount(count),
          count === 0 ? '·' : mu,
        ])}
        foot={[showNumber(lines.parcelsTogether.count), lines.parcelsTogether.mu]}
      />
      {lines.buildings && (
        <Table
          content={content}
          {...buildings}
          width={width}
          head={[t('map:buildingsTitle'), t('map:blocks'), `${t('map:vacant')} ㎡`]}
          rows={[['buildings', showCount(lines.buildings.count), lines.buildings.vacantM2]]}
        />
      )}
      <Table
        content={content}
        {...projects}
        width={width}
        head={[t(by === 'stage' ? 'map:projectsByStage' : 'map:projectsByLight'), t('map:projectCount')]}
        rows={lines.projects.map(({ key, count }) => [key, showCount(count)])}
        foot={[showNumber(lines.projectsTogether)]}
      />
      <LegendKeys content={content} {...keys} />
    </g>
  )
}

const showCount = (count: number) => (count === 0 ? '·' : showNumber(count))

type TableProps = {
  content: SheetContent
  x: number
  y: number
  width: number
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** Of a single row there is none. */
  foot?: readonly string[]
}
/** Right edges of the figures, from the right. */
const figureWidth = 56

function Table({ content, x, y, width, head, rows, foot }: TableProps) {
  const { palette, say } = content
  const figures = (values: readonly string[], baseline: number, weight = 400) =>
    values.map((value, at) => (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
        key={at}
        x={x + width - (values.length - 1 - at) * figureWidth}
        y={baseline}
        textAnchor="end"
        fontWeight={weight}
      >
        {value}
      </text>
    ))
  const baseline = (row: number) => y + row * line + 13
  const rule = (row: number) => (
    <line x1={x} x2={x + width} y1={y + row * line} y2={y + row * line} stroke={palette('line-strong')} />
  )
  const room = width - markWidth - (head.length - 1) * figureWidth + 18
  return (
    <g>
      <g fill={palette('text-2')} fontSize={11}>
        <text x={x} y={baseline(0)}>
          {head[0]}
        </text>
        {figures(head.slice(1), baseline(0))}
      </g>
      {rule(1)}
      {rows.map(([key = '', ...values], at) => {
        const word = partWord(say, key)
        const size = 12 * Math.min(1, room / widthOf(word, { size: 12 }, palette('font')))
        return (
          <g key={key} data-part={key}>
            <PartMark part={key} x={x} y={y + (at + 1) * line + 2} palette={palette} />
            <text x={x + markWidth} y={baseline(at + 1)} fontSize={size}>
              {word}
            </text>
            {figures(values, baseline(at + 1))}
          </g>
        )
      })}
      {foot && (
        <>
          {rule(rows.length + 1)}
          <g data-part="together">
            <text x={x} y={baseline(rows.length + 1)} fontWeight={500}>
              {say.t('map:together')}
            </text>
            {figures(foot, baseline(rows.length + 1), 500)}
          </g>
        </>
      )}
    </g>
  )
}
