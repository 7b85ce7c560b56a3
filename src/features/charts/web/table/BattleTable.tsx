import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import { useWords } from '../../../../web/i18n/index.ts'
import type { BattleChart } from '../../contract.ts'
import { monthsOf } from '../../model/cell.ts'
import type { Battle } from '../use-battle.ts'
import { BattleRow, cellId } from './BattleRow.tsx'
import { CellEditor } from './CellEditor.tsx'
import { GroupRow } from './GroupRow.tsx'
import { layLines, lineOfRow, rowHeight } from './lines.ts'
import { MonthHeads } from './MonthHeads.tsx'
import { TodayLine } from './TodayLine.tsx'
import { type Act, useActs } from './use-acts.ts'
import { type At, useCursor } from './use-cursor.ts'
import { useWindow } from './use-window.ts'
import '../battle.css'

const headHeight = 32

type Props = {
  battle: Battle
  chart: BattleChart
  groupName: (value: string | null) => string
  onDetails: (projectId: string, month: string) => void
}

/** Projects down and months across: as many lines as are in sight, whatever the number of projects. */
export function BattleTable({ battle, chart, groupName, onDetails }: Props) {
  const t = useWords('charts')
  const scroller = useRef<HTMLDivElement>(null)
  const { groups, today, from, months: count, total } = chart
  const months = useMemo(() => monthsOf({ from, months: count }), [from, count])
  const lines = useMemo(() => layLines(groups), [groups])
  const drawn = useWindow(scroller, lines, headHeight)
  const reveal = useCallback(
    ({ index, col }: At) => {
      const box = scroller.current
      if (!box) return
      const top = lines.top(lineOfRow(groups, index))
      const height = box.clientHeight - headHeight
      if (top < box.scrollTop) box.scrollTop = Math.max(0, top - rowHeight)
      else if (top + rowHeight > box.scrollTop + height) box.scrollTop = top + rowHeight - height
      document.getElementById(cellId(index, col))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [lines, groups],
  )
  // Opened with the month of today in sight.
  useEffect(() => {
    const box = scroller.current
    const head = box?.querySelector<HTMLElement>('.zt-battle-months [data-now]')
    if (box && head) box.scrollLeft = Math.max(0, head.offsetLeft + 2 * head.offsetWidth - box.clientWidth)
  }, [])
  const cursor = useCursor({ rows: total, cols: count, page: drawn.page, reveal })
  const { at } = cursor
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), [])
  const acts = useActs({ chart, months, row: battle.row, find: battle.find, onDetails, focus })

  const { need } = battle
  const last = lines.at(drawn.to - 1)
  const lastIndex = last.kind === 'row' ? last.index : 0
  useEffect(() => need(Math.max(0, lastIndex)), [need, lastIndex])

  const atOf = (event: MouseEvent): At | undefined => {
    const place = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at']
    const [index, col] = place?.split('.').map(Number) ?? []
    return index === undefined || col === undefined ? undefined : { index, col }
  }
  function onClick(event: MouseEvent) {
    const pressed = atOf(event)
    if (!pressed) return
    cursor.setAt(pressed)
    acts.open(pressed)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return
    const act = actOf(event)
    if (act === 'undo') void acts.undo()
    else if (act && at) acts[act](at)
    else if (!cursor.move(event)) return
    event.preventDefault()
  }

  const shown: number[] = Array.from(
    { length: Math.max(0, drawn.to - drawn.from) },
    (_, at) => drawn.from + at,
  )
  // The cell that is written in stays, wherever the chart is scrolled.
  const { editing } = acts
  const kept = editing && lineOfRow(groups, editing.index)
  if (kept !== undefined && !shown.includes(kept)) shown.push(kept)
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="zt-battle"
      aria-label={t('battle')}
      aria-rowcount={total + 1}
      aria-colcount={count + 1}
      aria-activedescendant={at ? cellId(at.index, at.col) : undefined}
      aria-describedby="battle-keys"
      style={{ '--months': count } as React.CSSProperties}
      onScroll={drawn.onScroll}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) =>
        event.target === scroller.current && !at && total > 0 && cursor.setAt({ index: 0, col: 0 })
      }
    >
      <div className="zt-battle-canvas">
        <MonthHeads months={months} today={today} />
        <div role="rowgroup" className="zt-battle-body" style={{ height: lines.height }}>
          {shown.map((line) => drawLine(line))}
          <TodayLine months={months} today={today} />
        </div>
      </div>
    </div>
  )

  function drawLine(line: number): ReactNode {
    const what = lines.at(line)
    const top = lines.top(line)
    if (what.kind === 'group') {
      const group = groups[what.group]
      return (
        group && <GroupRow key={`g${what.group}`} name={groupName(group.value)} group={group} top={top} />
      )
    }
    const row = battle.row(what.index)
    const mine = editing?.index === what.index ? editing : undefined
    return (
      <BattleRow
        key={what.index}
        row={row}
        index={what.index}
        top={top}
        months={months}
        thisMonth={today.slice(0, 7)}
        activeCol={at?.index === what.index ? at.col : -1}
        editor={
          mine && (
            <CellEditor
              key={`${mine.month}${mine.error ?? ''}`}
              editing={mine}
              months={count}
              today={today}
              onSave={acts.save}
              onCancel={acts.cancel}
              onDetails={acts.leaveFor}
            />
          )
        }
      />
    )
  }
}

/** What a key asks for in the cell that is active. */
function actOf(event: KeyboardEvent): Act | 'undo' | undefined {
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? 'undo' : undefined
  if (event.key === 'Enter' || event.key === 'F2') return 'open'
  if (event.key.toLowerCase() === 'd') return 'toggle'
  return event.key === ' ' ? 'details' : undefined
}
