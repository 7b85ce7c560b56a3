import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Day, isDay, shanghaiDay } from '../shared/days.ts'
import { useAddress } from './address.ts'

const past = (asked: unknown): Day | undefined =>
  isDay(asked) && asked < shanghaiDay(Date.now()) ? asked : undefined

/** The day in the address, for whatever is asked of the server; undefined is today. */
export const currentDay = (): Day | undefined => past(new URLSearchParams(window.location.search).get('asOf'))

/** The day that is looked at; undefined is today. Another day asks for everything anew. */
export function useAsOf(): { day: Day | undefined; setDay: (day: Day | undefined) => void } {
  const { search, navigate } = useAddress()
  const client = useQueryClient()
  const setDay = useCallback(
    (next: Day | undefined) => {
      const asOf = past(next)
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => ({ ...before, asOf })) as never,
      }).then(() => client.resetQueries({ predicate: (cached) => cached.queryKey[0] !== 'me' }))
    },
    [client, navigate],
  )
  return { day: past(search['asOf']), setDay }
}
