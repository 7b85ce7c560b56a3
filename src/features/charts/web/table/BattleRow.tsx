import { memo, type ReactNode } from 'react'
import type { Month } from '../../../../shared/days.ts'
import { Light } from '../../../../web/ui/index.ts'
import { stageWords, standingWords } from '../../../projects/stages.ts'
import type { ChartRow } from '../../contract.ts'
import { CellFace } from '../CellFace.tsx'
import type { RowWords } from './row-words.ts'

type Props = {
  row: ChartRow | undefined
  index: number
  top: number
  months: readonly Month[]
  thisMonth: Month
  /** Of the active cell, if it is in this row. */
  activeCol: number
  words: RowWords
  editor: ReactNode
}

export const cellId = (index: number, col: number) => `battle-${index}-${col}`

/**
 * A project's line. Drawn anew only when it, or the cell chosen in it, is another; it asks for nothing itself, since
 * a few hundred of them go by as somebody scrolls.
 */
export const BattleRow = memo(function BattleRow(props: Props) {
  const { row, index, top, months, thisMonth, activeCol, words, editor } = props
  const byMonth = new Map(row?.cells.map((cell) => [cell.month, cell]))
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="zt-battle-row"
      style={{ top }}
      data-editing={editor ? true : undefined}
    >
      <div role="rowheader" aria-colindex={1} className="zt-battle-name">
        {row ? <Name row={row} words={words} /> : <span className="zt-quiet">…</span>}
      </div>
      {months.map((month, col) => {
        const cell = byMonth.get(month)
        const isSlip = cell !== undefined && cell.slips.length > 0
        const state = cell?.state ?? undefined
        const isFlagged = state === 'done' || state === 'overdue'
        // Hidden words are dear to draw: a flag says its own.
        const told = [state && !isFlagged && words.state[state], isSlip && words.slip]
          .filter(Boolean)
          .join(' ')
        return (
          <div
            key={month}
            role="gridcell"
            id={cellId(index, col)}
            aria-colindex={col + 2}
            aria-selected={col === activeCol}
            className="zt-battle-cell"
            data-at={`${index}.${col}`}
            data-state={state}
            data-slip={isSlip || undefined}
            data-now={month === thisMonth || undefined}
          >
            {cell && (
              <CellFace
                cell={cell}
                t={words.t}
                language={words.language}
                flag={isFlagged ? words.state[state] : undefined}
              />
            )}
            {told && <span className="zt-unseen">{told}</span>}
          </div>
        )
      })}
      {editor}
    </div>
  )
})

function Name({ row, words }: { row: ChartRow; words: RowWords }) {
  const { language } = words
  const standing = row.standing === 'ongoing' ? '' : standingWords[row.standing][language]
  return (
    <>
      <Light light={row.light} wordless />
      <span className="zt-battle-project">
        <a href={`/projects/${row.id}${words.query}`} data-project={row.id} tabIndex={-1} title={row.name}>
          {row.name}
        </a>
        <small>
          {row.illustrative && <span className="zt-illustrative">{words.illustrative}</span>}
          <span>{[stageWords[row.stage][language], standing, row.officer].filter(Boolean).join(' · ')}</span>
        </small>
      </span>
    </>
  )
}
