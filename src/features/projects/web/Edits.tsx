import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { api } from '../../../web/api.ts'
import type { Edit, EditFailure, EditsResult } from '../contract.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { type Choice, type Conflict, chunked, overTheirs, partFailures } from './edit-outcome.ts'
import { placeLines } from './ledger-fetch.ts'
import { type LedgerAsk, movesGroups } from './ledger-query.ts'

/** Saves cells; resolves with what stayed refused. Conflicts are put to the person before it resolves. */
export type SaveEdits = (edits: readonly Edit[], period?: string, reason?: string) => Promise<EditFailure[]>

const EditsContext = createContext<SaveEdits | null>(null)

export function useSaveEdits(): SaveEdits {
  const save = useContext(EditsContext)
  if (!save) throw new Error('No <Edits> around this part of the screen')
  return save
}

/** The server takes 5,000 cells at a time; smaller parts keep a large paste from looking stuck. */
const cellsAtATime = 1000

export function Edits({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ conflicts: Conflict[]; answer: (choices: Choice[]) => void }>()

  const send = useCallback(
    async (edits: readonly Edit[], period: string | undefined, reason: string | undefined) => {
      const failures: EditFailure[] = []
      for (const part of chunked(edits, cellsAtATime)) {
        const result = await api.send<EditsResult>('PATCH', '/ledger', {
          edits: part,
          ...(period ? { period } : {}),
          ...(reason ? { reason } : {}),
        })
        failures.push(...result.failures)
        placeLines(client, result.rows)
      }
      return failures
    },
    [client],
  )

  const save = useCallback<SaveEdits>(
    async (edits, period, reason) => {
      const refused: EditFailure[] = []
      let pending: readonly Edit[] = edits
      const touched = new Set(edits.map((edit) => edit.projectId))
      try {
        while (pending.length > 0) {
          const parts = partFailures(pending, await send(pending, period, reason))
          refused.push(...parts.refused)
          pending = []
          if (parts.conflicts.length === 0) break
          const choices = await new Promise<Choice[]>((answer) =>
            setAsked({ conflicts: parts.conflicts, answer }),
          )
          setAsked(undefined)
          const theirs = parts.conflicts.filter((_, at) => choices[at] !== 'mine')
          placeTheirs(client, theirs, period)
          pending = parts.conflicts.filter((_, at) => choices[at] === 'mine').map(overTheirs)
        }
      } finally {
        const edited = new Set<string>(edits.map(({ field }) => field))
        void client.invalidateQueries({
          queryKey: ['ledger', 'rows'],
          predicate: ({ queryKey }) => movesGroups(queryKey[2] as LedgerAsk, edited),
        })
        void client.invalidateQueries({ queryKey: ['ledger', 'totals'] })
        void client.invalidateQueries({ queryKey: ['ledger', 'groups'] })
        for (const id of touched) {
          void client.invalidateQueries({ queryKey: ['project', id] })
          void client.invalidateQueries({ queryKey: ['timeline', id] })
        }
      }
      return refused
    },
    [client, send],
  )

  return (
    <EditsContext value={useMemo(() => save, [save])}>
      {children}
      {asked && <ConflictDialog conflicts={asked.conflicts} onAnswer={asked.answer} />}
    </EditsContext>
  )
}

/** The lists show what stands on the server now. A past period's values are not in the lists. */
function placeTheirs(
  client: ReturnType<typeof useQueryClient>,
  conflicts: readonly Conflict[],
  period: string | undefined,
) {
  if (conflicts.length === 0 || period) return
  placeLines(
    client,
    [...Map.groupBy(conflicts, ({ edit }) => edit.projectId)].map(([id, own]) => ({
      id,
      values: Object.fromEntries(own.map(({ edit, failure }) => [edit.field, failure.current])),
    })),
  )
}
