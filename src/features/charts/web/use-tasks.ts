import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Day, Month } from '../../../shared/days.ts'
import { type ApiProblem, api } from '../../../web/api.ts'
import type { ChartRow, MonthTask, TaskAnswer, TaskInput } from '../contract.ts'
import { withTask } from '../model/with-task.ts'
import { holdCharts, placeRow } from './use-battle.ts'

export type Wanted = { text: string; doneOn: Day | null }
type Act = { projectId: string; month: Month; was: Wanted; after: Wanted }
/** Refused with the row as it stands now, so that who saves again has seen it. */
export type Outcome = { ok: true } | { ok: false; message: string; row: ChartRow }

/** Stands for the revision of what this window wrote and the server has not answered yet. */
const unanswered = 0
const empty: Wanted = { text: '', doneOn: null }
export const taskOf = (row: Pick<ChartRow, 'cells'>, month: Month) =>
  row.cells.find((cell) => cell.month === month)?.task ?? null
const wantedOf = (task: MonthTask | null): Wanted => (task ? { text: task.text, doneOn: task.doneOn } : empty)
export const isSame = (a: Wanted, b: Wanted) => a.text.trim() === b.text.trim() && a.doneOn === b.doneOn

/** Writes cells at once and says what was not taken; what this window wrote can be taken back, the last first. */
export function useTasks(today: Day) {
  const client = useQueryClient()
  const done = useRef<Act[]>([])
  const answered = useRef(new Map<string, number | null>())
  const before = useRef<Promise<unknown>>(Promise.resolve())
  /** Of each cell the write begun last: answers to earlier ones are not shown over it. */
  const begun = useRef(new Map<string, number>())
  const { mutateAsync } = useMutation({
    mutationFn: ({ projectId, month, ...input }: TaskInput & { projectId: string; month: Month }) =>
      api.send<TaskAnswer>('PUT', `/projects/${projectId}/tasks/${month}`, input),
  })

  const place = useCallback(
    (projectId: string, month: Month, task: MonthTask | null) =>
      placeRow(client, projectId, (row) => ({ ...row, cells: withTask(row, month, task, today) })),
    [client, today],
  )

  const send = useCallback(
    async (row: ChartRow, month: Month, wanted: Wanted, turn: number): Promise<Outcome> => {
      const seen = taskOf(row, month)
      const key = `${row.id} ${month}`
      const show = (task: MonthTask | null) => {
        if (begun.current.get(key) === turn) place(row.id, month, task)
      }
      const revision =
        seen?.revision === unanswered ? (answered.current.get(key) ?? null) : (seen?.revision ?? null)
      try {
        const { task } = await mutateAsync({ projectId: row.id, month, ...wanted, revision })
        answered.current.set(key, task?.revision ?? null)
        show(task)
        return { ok: true }
      } catch (problem) {
        const theirs = (problem as ApiProblem).details as { task?: MonthTask | null } | undefined
        const stands = theirs?.task === undefined ? seen && { ...seen, revision: revision ?? 1 } : theirs.task
        show(stands)
        const message = problem instanceof Error ? problem.message : String(problem)
        return { ok: false, message, row: { ...row, cells: withTask(row, month, stands, today) } }
      }
    },
    [mutateAsync, place, today],
  )

  /** Shown at once; sent when what was written before has been answered. */
  const write = useCallback(
    (row: ChartRow, month: Month, wanted: Wanted): Promise<Outcome> => {
      const text = wanted.text.trim()
      const key = `${row.id} ${month}`
      const turn = (begun.current.get(key) ?? 0) + 1
      begun.current.set(key, turn)
      return holdCharts(client, async () => {
        // An answer on its way would put the cell back as it was.
        await client.cancelQueries({ queryKey: ['chart'] })
        if (begun.current.get(key) === turn)
          place(row.id, month, text ? { ...wanted, text, revision: unanswered } : null)
        const outcome = before.current.then(() => send(row, month, wanted, turn))
        before.current = outcome
        return outcome
      })
    },
    [client, place, send],
  )

  const save = useCallback(
    async (row: ChartRow, month: Month, after: Wanted): Promise<Outcome> => {
      const was = wantedOf(taskOf(row, month))
      if (isSame(was, after)) return { ok: true }
      // Taken back as soon as it is seen: what was refused was never done.
      const act = { projectId: row.id, month, was, after }
      done.current.push(act)
      const outcome = await write(row, month, after)
      if (!outcome.ok) done.current = done.current.filter((one) => one !== act)
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
      const { month, was, after } = last
      if (!isSame(wantedOf(taskOf(row, month)), after)) return { month, outcome: 'changed' as const }
      return { month, outcome: await write(row, month, was) }
    },
    [write],
  )
  return { save, undo }
}
export type Tasks = ReturnType<typeof useTasks>
