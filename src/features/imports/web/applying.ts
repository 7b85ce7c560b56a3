import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { ApiProblem, api } from '../../../web/api.ts'
import type { ApplyLine } from '../contract.ts'
import { importKeys } from './useImports.ts'

/** How an apply goes as seen from this window. What counts in the end is the import's status on the server. */
export type Run =
  | { state: 'running'; done: number; total: number }
  | { state: 'lost' }
  | { state: 'failed'; message: string; retry: boolean; recheck?: boolean }

/** Outside of the components, so that leaving the page and coming back finds the run where it is. */
const runs = new Map<string, Run>()
const listeners = new Set<() => void>()

function set(id: string, run: Run | undefined) {
  if (run) runs.set(id, run)
  else runs.delete(id)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

async function applyImport(client: QueryClient, id: string): Promise<void> {
  set(id, { state: 'running', done: 0, total: 0 })
  let ended = false
  try {
    await api.lines<ApplyLine>('POST', `/imports/${id}/apply`, undefined, (line) => {
      if (line.kind === 'progress') return set(id, { state: 'running', done: line.done, total: line.total })
      ended = true
      if (line.kind === 'failed')
        return set(id, {
          state: 'failed',
          message: line.message,
          retry: true,
          recheck: line.code === 'conflict',
        })
      client.setQueryData(importKeys.one(id), line.import)
      set(id, undefined)
    })
    if (!ended) set(id, { state: 'lost' })
  } catch (problem) {
    const refused = problem instanceof ApiProblem && problem.code !== 'offline'
    set(
      id,
      refused
        ? { state: 'failed', message: problem.message, retry: problem.status >= 500 }
        : { state: 'lost' },
    )
  }
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}

export function useApplying(id: string) {
  const client = useQueryClient()
  const run = useSyncExternalStore(subscribe, () => runs.get(id))
  const apply = useCallback(() => void applyImport(client, id), [client, id])
  const forget = useCallback(() => set(id, undefined), [id])
  /** Somebody looked after a lost connection, and it was not written. */
  const tell = useCallback((message: string) => set(id, { state: 'failed', message, retry: true }), [id])
  return { run, apply, forget, tell }
}
