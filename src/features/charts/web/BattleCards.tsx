import { addToMonth, monthOf } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, Light } from '../../../web/ui/index.ts'
import type { BattleChart, ChartRow } from '../contract.ts'
import { type Cell, monthsOf } from '../model/cell.ts'
import { CellFace } from './CellFace.tsx'
import { cellText } from './cell-words.ts'
import type { Battle } from './use-battle.ts'

type Props = {
  battle: Battle
  chart: BattleChart
  groupName: (value: string | null) => string
  onDetails: (projectId: string, month: string) => void
}

/** For a phone: what is overdue, this month and the next, of every project that has any of it; a tap opens the cell. */
export function BattleCards({ battle, chart, groupName, onDetails }: Props) {
  const t = useWords('charts')
  const own = monthsOf(chart)
  const first = own.includes(monthOf(chart.today)) ? monthOf(chart.today) : chart.from
  const months = [first, addToMonth(first, 1)].filter((month) => own.includes(month))
  let at = 0
  const groups = chart.groups.map((group) => {
    const rows = Array.from({ length: group.projects }, (_, index) => battle.row(at + index))
    at += group.projects
    return { ...group, rows: rows.filter((row) => row?.cells.some((cell) => isShown(cell, months))) }
  })
  const filled = groups.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return <EmptyState quiet title={t('noneInMonth', { month: first })} />
  return (
    <div className="zt-battle-cards">
      {filled.map(({ value, rows }) => (
        <section key={value ?? ''}>
          <h2>{groupName(value)}</h2>
          <ul>
            {rows.map((row) => row && <Card key={row.id} row={row} months={months} onDetails={onDetails} />)}
          </ul>
        </section>
      ))}
    </div>
  )
}

const isShown = ({ month, state }: Cell, months: readonly string[]) =>
  months.includes(month) || state === 'overdue'

type CardProps = { row: ChartRow; months: readonly string[]; onDetails: Props['onDetails'] }

function Card({ row, months, onDetails }: CardProps) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const late = row.cells.filter((cell) => isShown(cell, [])).map(({ month }) => month)
  const shown = [...new Set([...late, ...months])].sort()
  return (
    <li>
      <h3>
        <Light light={row.light} wordless /> {row.name}
      </h3>
      {shown.map((month) => {
        const cell = row.cells.find((one) => one.month === month)
        return (
          <button
            key={month}
            type="button"
            data-state={cell?.state ?? undefined}
            data-slip={cell && cell.slips.length > 0 ? true : undefined}
            onClick={() => onDetails(row.id, month)}
          >
            <span className="zt-quiet">{month}</span>
            {cell ? <CellFace cell={cell} /> : <span className="zt-quiet">{t('noTask')}</span>}
            {cell && <span className="zt-unseen">{cellText(cell, t, language)}</span>}
          </button>
        )
      })}
    </li>
  )
}
