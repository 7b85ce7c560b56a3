import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useMemo } from 'react'
import {
  type CellEdit,
  type CellFailure,
  Grid,
  type GridColumnState,
  type GridRow,
  type GridSelectionFigures,
  type GridSource,
} from '../../../web/grid/index.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { LoadingBar } from '../../../web/ui/index.ts'
import { firstUnknown } from '../../industries/web/use-industries.ts'
import type { Edit, LedgerRow } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { useMoneyUnits } from './column-units.ts'
import { keptWidth } from './column-width.ts'
import { useSaveEdits } from './Edits.tsx'
import { gridColumns, gridRow, storedValue, sumTexts } from './ledger-columns.tsx'
import { seenRow } from './ledger-fetch.ts'
import { gridGroups } from './ledger-groups.ts'
import type { LedgerAsk } from './ledger-query.ts'
import { NoRows } from './NoRows.tsx'
import { firstOver, overWholeWords } from './over-whole.ts'
import { rowValue } from './row-value.ts'
import { gridTexts } from './texts-grid.ts'
import { useCorps } from './use-corps.ts'
import type { LedgerRows } from './use-ledger-rows.ts'
import type { LedgerScreen } from './use-ledger-state.ts'
import { useGroups, useTotals } from './use-sums.ts'

type Props = {
  screen: LedgerScreen
  ask: LedgerAsk
  rows: LedgerRows
  onOpen: (id: string) => void
  onHistory: (id: string, key: string) => void
  onFigures: (figures: GridSelectionFigures | null) => void
  onNew: () => void
}

/** The grid over the ledger: fields as columns, windows of rows as its source, cells saved as they are left. */
export function LedgerGrid({ screen, ask, rows, onOpen, onHistory, onFigures, onNew }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const { state, change } = screen
  const corps = useCorps()
  const units = useMoneyUnits()
  const totals = useTotals(ask, rows.shown)
  const groupList = useGroups(ask, rows.shown)
  const save = useSaveEdits()
  const client = useQueryClient()
  const { message } = App.useApp()

  const columns = useMemo(
    () => gridColumns(state.columns, { language, t, corps, units, highlight: state.q, onOpen }),
    [state.columns, language, t, corps, units, state.q, onOpen],
  )
  // One grid row per ledger row, for as long as neither it nor the units change: the grid compares them by identity.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other units make other rows
  const made = useMemo(() => new WeakMap<LedgerRow, GridRow>(), [units])
  const source = useMemo<GridSource>(() => {
    const gridRowOf = (row: LedgerRow) => {
      const known = made.get(row) ?? gridRow(row, units)
      made.set(row, known)
      return known
    }
    return {
      total: rows.total ?? 0,
      row: (index) => {
        const row = rows.rowAt(index)
        return row && gridRowOf(row)
      },
      need: rows.need,
      all: async (from, to) => (await rows.all(from, to)).map(gridRowOf),
    }
  }, [rows, made, units])

  const groups = useMemo(
    () =>
      groupList && rows.shown.by
        ? gridGroups(rows.shown.by, groupList.items, { t, language, corps, units })
        : undefined,
    [groupList, rows.shown.by, t, language, corps, units],
  )
  const footer = useMemo(() => {
    if (!totals) return undefined
    const first = state.columns.find((column) => column.frozen) ?? state.columns[0]
    return {
      ...sumTexts(totals.sums, units),
      ...(first ? { [first.key]: t('totals', { count: totals.count }) } : {}),
    }
  }, [totals, units, state.columns, t])

  const onEdit = useCallback(
    async (edits: CellEdit[]): Promise<CellFailure[]> => {
      const ids = [...new Set(edits.map(({ rowId }) => rowId))]
      const known = new Map(
        await Promise.all(ids.map(async (id) => [id, await seenRow(client, id)] as const)),
      )
      const wanted = edits.map(
        ({ rowId, key, value }): Edit => ({
          projectId: rowId,
          field: key as Edit['field'],
          from: seenValue(known.get(rowId), key),
          to: storedValue(key, value, units),
        }),
      )
      const refused = await save(wanted).catch((problem: unknown) => {
        void message.error(problem instanceof Error ? problem.message : String(problem), 6)
        throw problem
      })
      const [first] = refused
      if (first) void message.error(t('edit.refused', { count: refused.length, message: first.message }), 6)
      const over = firstOver(known, wanted)
      if (over)
        void message.warning(t('edit.savedOver', { name: over.name, ...overWholeWords(over, language) }), 8)
      // It is saved whether or not this can be asked.
      void unknownHeld(client, wanted)
        .then((code) => {
          if (code) void message.warning(t('edit.savedUnknown', { code }), 8)
        })
        .catch(() => undefined)
      return refused.map(({ projectId, field, message: told }) => ({
        rowId: projectId,
        key: field,
        message: told,
      }))
    },
    [client, save, units, message, t, language],
  )
  const onColumns = useCallback(
    (columns: GridColumnState[]) =>
      change(
        {
          columns: columns
            .filter(({ hidden }) => !hidden)
            .map(({ key, width, frozen }) => ({ key, width: keptWidth(key, width, language), frozen })),
        },
        { replace: true },
      ),
    [change, language],
  )

  if (rows.total === undefined) return <LoadingBar />
  return (
    <Grid
      columns={columns}
      source={source}
      {...(groups ? { groups } : {})}
      {...(footer ? { footer } : {})}
      sort={state.sort.map(({ field, descending }) => ({ key: field, descending }))}
      onSort={(sort) =>
        change({
          sort: sort
            .filter(({ key }) => fieldByKey.has(key))
            .map(({ key, descending }) => ({ field: key, descending })),
        })
      }
      onEdit={onEdit}
      onOpen={onOpen}
      onHistory={onHistory}
      onColumnsChange={onColumns}
      onSelection={onFigures}
      rowHeight={state.compact ? 28 : 32}
      texts={gridTexts[language]}
      highlight={state.q}
      empty={<NoRows screen={screen} onNew={onNew} />}
    />
  )
}

const seenValue = (row: LedgerRow | undefined, key: string) => (row ? rowValue(row, key) : null)

/** An industry that there is none of, as the server keeps it: it may be shorter than what was typed. */
async function unknownHeld(client: QueryClient, edits: readonly Edit[]): Promise<string | undefined> {
  const ids = edits.flatMap(({ field, projectId, to }) => (field === 'industryCode' && to ? [projectId] : []))
  const rows = await Promise.all([...new Set(ids)].map((id) => seenRow(client, id)))
  return firstUnknown(
    client,
    rows.flatMap((row) => rowValue(row, 'industryCode') ?? []),
  )
}
