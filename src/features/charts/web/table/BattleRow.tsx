import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { Month } from '../../../../shared/days.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import { Light } from '../../../../web/ui/index.ts'
import { type Stage, stageWords, standingWords } from '../../../projects/stages.ts'
import { Illustrative } from '../../../projects/web/Illustrative.tsx'
import type { ChartRow } from '../../contract.ts'
import { CellFace } from '../CellFace.tsx'
import { cellText } from '../cell-words.ts'

type Props = {
  row: ChartRow | undefined
  index: number
  top: number
  months: readonly Month[]
  thisMonth: Month
  /** Month of the active cell, if it is in this row. */
  activeCol: number
  editor: ReactNode
}

export const cellId = (index: number, col: number) => `battle-${index}-${col}`

/** A project's line. Drawn anew only when it, or the cell chosen in it, is another. */
export const BattleRow = memo(function BattleRow(props: Props) {
  const { row, index, top, months, thisMonth, activeCol, editor } = props
  const t = useWords('charts')
  const { language } = useLanguage()
  const byMonth = new Map(row?.cells.map((cell) => [cell.month, cell]))
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="zt-battle-row"
      style={{ top }}
      data-editing={editor ? true : undefined}
      data-standing={row?.standing}
    >
      <div role="rowheader" aria-colindex={1} className="zt-battle-name">
        {row ? <Name row={row} /> : <span className="zt-quiet">…</span>}
      </div>
      {months.map((month, col) => {
        const cell = byMonth.get(month)
        return (
          <div
            key={month}
            role="gridcell"
            id={cellId(index, col)}
            aria-colindex={col + 2}
            aria-selected={col === activeCol}
            className="zt-battle-cell"
            data-at={`${index}.${col}`}
            data-state={cell?.state ?? undefined}
            data-slip={cell && cell.slips.length > 0 ? true : undefined}
            data-now={month === thisMonth || undefined}
            title={cell ? cellText(cell, t, language) : undefined}
          >
            {cell && <CellFace cell={cell} />}
            <span className="zt-unseen">{stateWords(cell)}</span>
          </div>
        )
      })}
      {editor}
    </div>
  )

  function stateWords(cell: ChartRow['cells'][number] | undefined) {
    if (!cell) return ''
    const slip = cell.slips.length > 0 ? t('slip') : ''
    return [cell.state ? t(`flag.${cell.state}`) : '', slip].filter(Boolean).join(' ')
  }
})

function Name({ row }: { row: ChartRow }) {
  const { language } = useLanguage()
  const stage = stageWords[row.stage as Stage][language]
  const standing = row.standing === 'ongoing' ? '' : standingWords[row.standing][language]
  return (
    <>
      <Light light={row.light} wordless />
      <span className="zt-battle-project">
        <Link to={`/projects/${row.id}`} tabIndex={-1} title={row.name}>
          {row.name}
        </Link>
        <small>
          {row.illustrative && <Illustrative />}
          <span>{[stage, standing, row.officer].filter(Boolean).join(' · ')}</span>
        </small>
      </span>
    </>
  )
}
