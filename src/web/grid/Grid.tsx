import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { canEdit, cellText } from './cell-values.ts'
import { columnAt, layoutColumns, type PlacedColumn } from './column-layout.ts'
import { Editor } from './Editor.tsx'
import { FooterRow } from './FooterRow.tsx'
import { fitWidth } from './fit-width.ts'
import { GridBody } from './GridBody.tsx'
import type { GridProps, GridRow } from './grid-types.ts'
import { HeaderRow } from './HeaderRow.tsx'
import { type Notice, NoticeLine } from './Notice.tsx'
import { rowMap } from './row-map.ts'
import { type CellAt, clampSelection, type Selection, selectCell } from './selection.ts'
import { nextSort } from './sorting.ts'
import { say } from './texts.ts'
import { useColumns } from './use-columns.ts'
import { type Editing, useEditing } from './use-editing.ts'
import { useFigures } from './use-figures.ts'
import { useKeys } from './use-keys.ts'
import { useNeeds } from './use-needs.ts'
import { usePointer } from './use-pointer.ts'
import { useRangeWrites } from './use-range-writes.ts'
import { useSize } from './use-size.ts'
import { useViewport } from './use-viewport.ts'
import { useWrites } from './use-writes.ts'
import './grid.css'

const NO_SORT: NonNullable<GridProps['sort']> = []
const ORIGIN = selectCell({ line: 0, col: 0 })

/** A spreadsheet-like grid over rows that come in windows. It fills its container. */
export function Grid(props: GridProps) {
  const { source, texts, groups, footer, onOpen, onHistory, onSort, highlight } = props
  const sort = props.sort ?? NO_SORT
  const rowHeight = props.rowHeight ?? 32
  const id = useId()
  const activeId = `${id}-active`
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const holder = useRef<HTMLDivElement>(null)

  const [focused, setFocused] = useState(false)
  const [touched, setTouched] = useState(false)
  const [chosen, setChosen] = useState<Selection>(ORIGIN)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() => new Set())
  const [notice, setNotice] = useState<Notice | null>(null)
  const closeNotice = useCallback(() => setNotice(null), [])

  const size = useSize(scroller)
  const arranged = useColumns(props.columns, props.onColumnsChange)
  const layout = useMemo(() => layoutColumns(arranged.columns, size.width), [arranged.columns, size.width])
  const lines = useMemo(() => rowMap(source.total, groups, collapsed), [source.total, groups, collapsed])
  const headerHeight = layout.columns.some((column) => column.unit) ? 42 : 34
  const footerHeight = footer ? rowHeight : 0

  const place = useRef(() => {})
  const afterScroll = useCallback(() => place.current(), [])
  const viewport = useViewport({
    scroller,
    lines: lines.count,
    rowHeight,
    headerHeight,
    footerHeight,
    layout,
    size,
    afterScroll,
  })
  const { drawn, page, reveal, boxOf } = viewport

  const bounds = useMemo(
    () => ({ lines: lines.count, cols: layout.columns.length, page }),
    [lines.count, layout.columns.length, page],
  )
  const selection = useMemo(() => clampSelection(chosen, bounds), [chosen, bounds])
  const { active } = selection
  const activeLine = lines.at(active.line)
  const activeRow = activeLine?.kind === 'row' ? source.row(activeLine.index) : undefined
  const activeColumn = layout.columns[active.col]

  const writes = useWrites(props.onEdit, arranged.columns, texts)
  const { pending } = writes
  const shownValue = useCallback((row: GridRow, key: string) => pending.shownValue(row, key), [pending])

  const select = useCallback(
    (next: Selection) => {
      setTouched(true)
      setChosen(next)
      const at =
        next.active.line === next.anchor.line && next.active.col === next.anchor.col ? next.head : next.active
      reveal(at)
    },
    [reveal],
  )

  const writeCell = ({ row, column }: Editing, after: unknown) => {
    const before = shownValue(row, column.key)
    pending.dismiss(row.id, column.key)
    if (!Object.is(before ?? null, after ?? null)) {
      setNotice(null) // of an act before
      writes.write([{ rowId: row.id, key: column.key, before, after }], selection)
    }
  }
  const handle = useEditing({
    input,
    texts,
    shownValue,
    onValue: writeCell,
    onReject: ({ row, column }, text, message) =>
      pending.reject([{ rowId: row.id, key: column.key, text, message }]),
  })
  const { editing } = handle

  const ranges = useRangeWrites({
    selection,
    lines,
    columns: layout.columns,
    source,
    writes,
    texts,
    select: setChosen,
    notify: setNotice,
  })
  useFigures({
    selection,
    lines,
    columns: layout.columns,
    source,
    shownValue,
    version: writes.version,
    onSelection: props.onSelection,
  })

  const seen = lines.runs(drawn.from, drawn.to - 1)
  const measured = size.height > 0
  useNeeds(source, seen[0]?.from ?? 0, measured ? (seen.at(-1)?.to ?? 0) : 0)
  useEffect(() => {
    for (const { from, to } of seen) {
      for (let index = from; index < to; index += 1) {
        const row = source.row(index)
        if (row) writes.remember(row)
      }
    }
    pending.reconcile(writes.rowOf)
  })

  // The text field follows the active cell without a redraw of the grid.
  place.current = () => {
    const box = holder.current
    if (!box) return
    const cell = boxOf(editing?.at ?? active)
    const low = activeColumn?.isFrozen ? 0 : layout.frozenWidth
    const bottom = headerHeight + viewport.bodyHeight
    const away =
      cell.x < low - 1 ||
      cell.x > size.width ||
      (active.line >= 0 && (cell.y < headerHeight - 1 || cell.y >= bottom))
    const x = Math.max(0, Math.min(cell.x, size.width - cell.width))
    const y = Math.max(0, Math.min(cell.y, size.height - cell.height))
    box.style.transform = `translate(${away ? x : cell.x}px, ${away ? y : cell.y}px)`
    box.style.setProperty('--ztg-w', `${cell.width}px`)
    box.style.setProperty('--ztg-h', `${cell.height}px`)
    box.style.setProperty('--ztg-room', `${Math.max(cell.width, size.width - cell.x - 8)}px`)
    box.classList.toggle('ztg-away', away)
    const wanted = editing?.column.kind === 'longText' ? 348 : 246
    box.classList.toggle('ztg-leftwards', cell.x + wanted > size.width)
  }
  useLayoutEffect(() => place.current())

  const focusInput = () => input.current?.focus({ preventScroll: true })
  const toggle = (group: number) => {
    const label = groups?.[group]?.label
    if (label === undefined) return
    setCollapsed((before) => {
      const next = new Set(before)
      if (!next.delete(label)) next.add(label)
      return next
    })
  }
  const sortBy = (column: PlacedColumn | undefined, add: boolean) => {
    if (column?.sortable) onSort?.(nextSort(sort, column.key, add))
  }
  const rejected = activeRow && activeColumn && pending.overlay(activeRow.id)?.rejected.get(activeColumn.key)
  const editTarget = (at: CellAt) => {
    const line = lines.at(at.line)
    const row = line?.kind === 'row' ? source.row(line.index) : undefined
    const column = layout.columns[at.col]
    return row && column && canEdit(column, row) ? { at, row, column } : null
  }
  const edit = (at: CellAt): boolean => {
    const target = editTarget(at)
    if (target) {
      reveal(at)
      handle.begin(target, 'keep', pending.overlay(target.row.id)?.rejected.get(target.column.key)?.text)
    }
    return target !== null
  }
  const open = (at: CellAt) => {
    const line = lines.at(at.line)
    const row = line?.kind === 'row' ? source.row(line.index) : undefined
    if (row) onOpen?.(row.id)
  }
  const retrace = (entry: { selection: Selection } | undefined, none: 'nothingToUndo' | 'nothingToRedo') => {
    if (entry) select(entry.selection)
    setNotice(entry ? null : { text: say(texts, none) })
  }

  const letGo = () => {
    for (const stop of [document.getElementById(activeId), scroller.current])
      stop?.setAttribute('tabindex', '-1')
  }
  const onKey = useKeys({
    selection,
    bounds,
    handle,
    activeKind: active.line < 0 ? 'header' : activeLine?.kind === 'group' ? 'group' : 'cell',
    select,
    edit: () => edit(active),
    closed: () =>
      setNotice({ text: say(texts, activeColumn?.kind === 'computed' ? 'computedCell' : 'readOnlyCell') }),
    open: () => open(active),
    history: () => activeRow && activeColumn && onHistory?.(activeRow.id, activeColumn.key),
    press: (add) => (activeLine?.kind === 'group' ? toggle(activeLine.group) : sortBy(activeColumn, add)),
    clear: () => ranges.clear(),
    fillDown: () => ranges.fillDown(),
    dismiss: () => activeRow && activeColumn && pending.dismiss(activeRow.id, activeColumn.key),
    fillRange: () => {
      const text = input.current?.value ?? ''
      handle.cancel()
      ranges.fill(text)
    },
    undo: () => retrace(writes.undo(), 'nothingToUndo'),
    redo: () => retrace(writes.redo(), 'nothingToRedo'),
    moveColumn: (by) => {
      const to = active.col + by
      if (to < 0 || to >= layout.columns.length) return
      arranged.moveTo(active.col, by > 0 ? to + 1 : to)
      select(selectCell({ line: -1, col: to }))
    },
    resizeColumn: (by) =>
      activeColumn && arranged.resize(activeColumn.key, activeColumn.width + by * 8, true),
    letGo,
  })

  const nameColumn = layout.columns.find((column) => column.isFrozen && column.kind === 'text')
  const pointer = usePointer({
    scroller,
    viewport,
    layout,
    lines: lines.count,
    headerHeight,
    onPress: (at, extend, touch) => {
      handle.leave()
      if (!touch) focusInput() // a tap must not raise the screen keyboard
      const line = lines.at(at.line)
      if (line?.kind === 'group' && !extend) toggle(line.group)
      select(extend ? { ...selection, head: at } : selectCell(at))
    },
    onDrag: (head) =>
      setChosen((now) => (now.head.line === head.line && now.head.col === head.col ? now : { ...now, head })),
    onDouble: (at) => {
      const opens = onOpen && nameColumn && layout.columns[at.col] === nameColumn
      if (opens || !edit(at)) open(at)
      else focusInput()
    },
  })

  const goToRejected = () => {
    const ids = new Map(pending.rejected().map((one) => [one.rowId, one.key]))
    const start = (activeLine?.kind === 'row' ? activeLine.index : -1) + 1
    for (let step = 0; step < source.total; step += 1) {
      const index = (start + step) % source.total
      const key = ids.get(source.row(index)?.id ?? '')
      const line = key === undefined ? undefined : lines.lineOf(index)
      if (line === undefined) continue
      select(
        selectCell({
          line,
          col: Math.max(
            0,
            layout.columns.findIndex((column) => column.key === key),
          ),
        }),
      )
      focusInput()
      return
    }
    setNotice(null)
  }

  const dropAt = (clientX: number): number => {
    const x = clientX - (scroller.current?.getBoundingClientRect().left ?? 0)
    const index = columnAt(layout, x, viewport.scrollLeft())
    const column = layout.columns[index]
    if (!column) return index
    const middle = column.left + column.width / 2 - (column.isFrozen ? 0 : viewport.scrollLeft())
    return x > middle ? index + 1 : index
  }
  const fit = (column: PlacedColumn) => {
    const rows = seen.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => source.row(from + i)),
    )
    const font = root.current ? getComputedStyle(root.current).font : ''
    arranged.resize(
      column.key,
      fitWidth(
        column,
        rows.filter((row) => row !== undefined),
        font,
      ),
      true,
    )
  }

  const frozen = useMemo(() => layout.columns.slice(0, layout.frozenCount), [layout])
  const scrolling = useMemo(
    () => layout.columns.slice(drawn.colFrom, drawn.colTo),
    [layout, drawn.colFrom, drawn.colTo],
  )
  const shared = { frozen, scrolling, frozenWidth: layout.frozenWidth, totalWidth: layout.totalWidth }
  const activeDrawn =
    active.line < 0 ||
    (active.line >= drawn.from && active.line < drawn.to && isColumnDrawn(activeColumn, drawn))

  const idleText =
    activeRow && activeColumn
      ? cellText(activeColumn, shownValue(activeRow, activeColumn.key), activeRow)
      : activeLine?.kind === 'group'
        ? (groups?.[activeLine.group]?.label ?? '')
        : active.line < 0
          ? (activeColumn?.title ?? '')
          : ''

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the text field inside carries the focus and the keys
    <div
      ref={root}
      className={`ztg${focused ? ' ztg-focused' : ''}${touched ? ' ztg-touched' : ''}${drawn.scrolledX ? ' ztg-scrolled' : ''}`}
      style={{ '--ztg-row': `${rowHeight}px`, '--ztg-head': `${headerHeight}px` } as React.CSSProperties}
      onFocus={(event) => {
        setFocused(true)
        setTouched(true)
        const target: Element = event.target
        if (target !== input.current && scroller.current?.contains(target)) focusInput()
        else if (target === input.current && !editing) input.current?.select()
      }}
      onBlur={(event) => {
        if (root.current?.contains(event.relatedTarget)) return
        if (!document.hasFocus()) return // another window: what is being typed waits
        setFocused(false)
        handle.leave()
        document.getElementById(activeId)?.setAttribute('tabindex', '0')
      }}
      onCopy={(event) => !editing && ranges.copy(event)}
      onCut={(event) => !editing && ranges.cut(event)}
      onPaste={(event) => !editing && ranges.paste(event)}
    >
      <div
        ref={scroller}
        id={id}
        role="grid"
        aria-label={say(texts, 'label')}
        aria-multiselectable="true"
        aria-rowcount={lines.count + 1 + (footer ? 1 : 0)}
        aria-colcount={layout.columns.length}
        className="ztg-scroll"
        tabIndex={activeDrawn ? -1 : 0}
        onScroll={viewport.onScroll}
        {...pointer}
      >
        <HeaderRow
          {...shared}
          height={headerHeight}
          sort={sort}
          activeCol={active.line < 0 ? active.col : -1}
          activeId={activeId}
          texts={texts}
          onPress={sortBy}
          onFit={fit}
          resize={arranged.resize}
          moveTo={arranged.moveTo}
          dropAt={dropAt}
          edgeAt={(place) => layout.columns[place]?.left ?? layout.totalWidth}
        />
        <GridBody
          {...shared}
          viewport={viewport}
          lines={lines}
          source={source}
          groups={groups}
          collapsed={collapsed}
          pending={pending}
          selection={selection}
          touched={touched}
          activeId={activeId}
          rowHeight={rowHeight}
          columns={layout.columns}
          texts={texts}
          highlight={highlight}
        />
        {footer && <FooterRow {...shared} values={footer} rowIndex={lines.count + 2} />}
      </div>
      {source.total === 0 && (
        <div className="ztg-empty" style={{ top: headerHeight }}>
          {props.empty ?? say(texts, 'emptyRows')}
        </div>
      )}
      <Editor
        id={id}
        input={input}
        holder={holder}
        handle={handle}
        idleText={idleText}
        open={editTarget(active) !== null}
        activeId={activeDrawn ? activeId : undefined}
        label={activeColumn?.title ?? say(texts, 'label')}
        message={focused ? rejected?.message : undefined}
        upwards={boxOf(active).y > size.height * 0.6}
        texts={texts}
        onTyping={() => {
          const target = editTarget(active)
          if (target) handle.begin(target, 'replace')
        }}
        onKey={onKey}
        onCommitted={focusInput}
      />
      <span id={`${id}-help`} className="ztg-unseen">
        {say(texts, 'keyboardHelp')}
      </span>
      <NoticeLine notice={notice} texts={texts} onNext={goToRejected} onClose={closeNotice} />
    </div>
  )
}

function isColumnDrawn(column: PlacedColumn | undefined, drawn: { colFrom: number; colTo: number }): boolean {
  return !!column && (column.isFrozen || (column.index >= drawn.colFrom && column.index < drawn.colTo))
}
