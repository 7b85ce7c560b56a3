import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Day, Month } from '../../../shared/days.ts'
import { type ApiProblem, api } from '../../../web/api.ts'
import type { ChartRow, MonthTask, TaskAnswer, TaskInput } from '../contract.ts'
import { withTask } from '../model/with-task.ts'
import { placeRow, refreshCharts } from './use-battle.ts'

export type Wanted = { text: string; doneOn: Day | null }
type Act = { projectId: string; month: Month; before: Wanted; after: Wanted }
/** Refused with the row as it stands now, so that who saves again has seen it. */
export type Outcome = { ok: true } | { ok: false; message: string; row: ChartRow }

const empty: Wanted = { text: '', doneOn: null }
export const taskOf = (row: Pick<ChartRow, 'cells'>, month: Month) =>
  row.cells.find((cell) => cell.month === month)?.task ?? null
const wantedOf = (task: MonthTask | null): Wanted => (task ? { text: task.text, doneOn: task.doneOn } : empty)
export const isSame = (a: Wanted, b: Wanted) => a.text.trim() === b.text.trim() && a.doneOn === b.doneOn

/** Writes cells at once and says what was not taken; what this window wrote can be taken back, the last first. */
export function useTasks(today: Day) {
  const client = useQueryClient()
  const done = useRef<Act[]>([])
  const { mutateAsync } = useMutation({
    mutationKey: ['chart', 'task'],
    mutationFn: ({ projectId, month, ...input }: TaskInput & { projectId: string; month: Month }) =>
      api.send<TaskAnswer>('PUT', `/projects/${projectId}/tasks/${month}`, input),
  })

  const place = useCallback(
    (projectId: string, month: Month, task: MonthTask | null) =>
      placeRow(client, projectId, (row) => ({ ...row, cells: withTask(row, month, task, today) })),
    [client, today],
  )

  const write = useCallback(
    async (row: ChartRow, month: Month, wanted: Wanted): Promise<Outcome> => {
      const seen = taskOf(row, month)
      const revision = seen?.revision ?? null
      const text = wanted.text.trim()
      await client.cancelQueries({ queryKey: ['chart'] })
      place(row.id, month, text ? { ...wanted, text, revision: revision ?? 1 } : null)
      try {
        const { task } = await mutateAsync({ projectId: row.id, month, ...wanted, revision })
        place(row.id, month, task)
        return { ok: true }
      } catch (problem) {
        const theirs = (problem as ApiProblem).details as { task?: MonthTask | null } | undefined
        const stands = theirs?.task === undefined ? seen : theirs.task
        place(row.id, month, stands)
        const message = problem instanceof Error ? problem.message : String(problem)
        return { ok: false, message, row: { ...row, cells: withTask(row, month, stands, today) } }
      } finally {
        refreshCharts(client)
      }
    },
    [client, mutateAsync, place, today],
  )

  const save = useCallback(
    async (row: ChartRow, month: Month, after: Wanted): Promise<Outcome> => {
      const before = wantedOf(taskOf(row, month))
      if (isSame(before, after)) return { ok: true }
      const outcome = await write(row, month, after)
      if (outcome.ok) done.current.push({ projectId: row.id, month, before, after })
      return outcome
    },
    [write],
  )

  /** Undefined: nothing to take back. `changed`: somebody has written over it since. */
  const undo = useCallback(
    async (rowOf: (id: string) => ChartRow | undefined) => {
      const last = done.current.pop()
      const row = last && rowOf(last.projectId)
      if (!last || !row) return undefined
      const { month, before, after } = last
      if (!isSame(wantedOf(taskOf(row, month)), after)) return { month, outcome: 'changed' as const }
      return { month, outcome: await write(row, month, before) }
    },
    [write],
  )
  return { save, undo }
}
export type Tasks = ReturnType<typeof useTasks>
