import { useCallback, useState } from 'react'
import { useWords } from '../../../../web/i18n/index.ts'
import type { BattleChart, ChartRow } from '../../contract.ts'
import { useNotice } from '../notice.ts'
import { taskOf, useTasks, type Wanted } from '../use-tasks.ts'
import type { Editing } from './CellEditor.tsx'
import type { At } from './use-cursor.ts'

export type Act = 'open' | 'toggle' | 'details'
type Options = {
  chart: BattleChart
  months: readonly string[]
  row: (index: number) => ChartRow | undefined
  find: (id: string) => ChartRow | undefined
  onDetails: (projectId: string, month: string) => void
  /** Gives the keyboard back to the chart. */
  focus: () => void
}

/** What is done in a cell: written, marked, opened, taken back. What is refused opens again with what was typed. */
export function useActs({ chart, months, row, find, onDetails, focus }: Options) {
  const t = useWords('charts')
  const tasks = useTasks(chart.today)
  const { say } = useNotice()
  const [editing, setEditing] = useState<Editing>()

  const details = useCallback(
    ({ index, col }: At) => {
      const here = row(index)
      const month = months[col]
      if (here && month) onDetails(here.id, month)
    },
    [row, months, onDetails],
  )
  const open = useCallback(
    (at: At) => {
      const here = row(at.index)
      const month = months[at.col]
      if (!here || !month) return
      if (here.abilities.includes('update')) setEditing({ ...at, month, row: here })
      else details(at)
    },
    [row, months, details],
  )
  const save = useCallback(
    async (given: Editing, wanted: Wanted, back: boolean) => {
      setEditing((now) => (now === given ? undefined : now))
      if (back) focus()
      const outcome = await tasks.save(given.row, given.month, wanted)
      const { month } = given
      if (outcome.ok) return say('kept', t('kept', { month }))
      const again = { ...given, row: outcome.row, draft: wanted.text, error: outcome.message }
      // Whoever writes elsewhere by now is told, and not interrupted.
      setEditing((now) => now ?? again)
      say('refused', t('notSaved', { message: outcome.message }))
    },
    [tasks, focus, say, t],
  )
  const toggle = useCallback(
    async ({ index, col }: At) => {
      const here = row(index)
      const month = months[col]
      const task = here && month ? taskOf(here, month) : null
      if (!here || !month || !here.abilities.includes('update')) return
      if (!task) {
        const has = here.cells.some((cell) => cell.month === month && cell.milestones.length > 0)
        return say('told', t(has ? 'onlyMilestones' : 'empty'))
      }
      const doneOn = task.doneOn ? null : chart.today
      const outcome = await tasks.save(here, month, { text: task.text, doneOn })
      if (outcome.ok) say('kept', t('kept', { month }))
      else say('refused', t('notSaved', { message: outcome.message }))
    },
    [row, months, tasks, chart.today, say, t],
  )
  const undo = useCallback(async () => {
    const done = await tasks.undo(find)
    if (!done) return say('told', t('nothingToUndo'))
    const { month, outcome } = done
    if (outcome === 'changed') return say('refused', t('cannotUndo', { month }))
    if (outcome.ok) say('kept', t('undone', { month }))
    else say('refused', t('notSaved', { message: outcome.message }))
  }, [tasks, find, say, t])
  const cancel = useCallback(() => {
    setEditing(undefined)
    focus()
  }, [focus])
  /** From the editor into the panel; what was typed is given up there only if it is the same. */
  const leaveFor = useCallback(
    (given: Editing) => {
      setEditing(undefined)
      onDetails(given.row.id, given.month)
    },
    [onDetails],
  )
  return { editing, open, details, toggle, save, undo, cancel, leaveFor }
}
