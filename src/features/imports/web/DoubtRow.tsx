import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { ImportRow } from '../contract.ts'
import { CandidateChoice } from './CandidateChoice.tsx'
import type { Decision } from './useImports.ts'
import type { ShowingHere } from './useShowing.ts'
import { ValueList } from './ValueList.tsx'

type Props = {
  row: ImportRow
  pointed: boolean
  editable: boolean
  showing: ShowingHere
  onDecide: (decision: Decision) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A row in doubt: what the file says, and below it what it may be. */
export function DoubtRow({ row, pointed, editable, showing, onDecide, onKeyDown }: Props) {
  const t = useWords('imports')
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (pointed) item.current?.scrollIntoView({ block: 'center' })
  }, [pointed])
  return (
    <li
      ref={item}
      data-row
      className="zt-doubt"
      data-decided={row.decision ?? undefined}
      data-pointed={pointed || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked with the arrow keys
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <header>
        <span className="zt-row-place">{t('row.at', { sheet: row.sheet, row: row.row })}</span>
        <b className="zt-doubt-name">{row.name ?? t('row.nameless')}</b>
        <span className="zt-doubt-state" data-decided={row.decision ?? undefined}>
          <span aria-hidden="true">{row.decision ? '●' : '▲'}</span>{' '}
          {t(row.decision ? 'doubt.decided' : 'doubt.undecided')}
        </span>
      </header>
      <ValueList values={row.differences} showing={showing} />
      <CandidateChoice row={row} editable={editable} onDecide={onDecide} />
    </li>
  )
}
