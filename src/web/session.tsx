import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Me } from '../features/accounts/contract.ts'
import { ApiProblem, api, onSignedOut } from './api.ts'
import { useAsOf } from './as-of.ts'
import { onOtherWindow } from './other-windows.ts'

type Session = { me: Me; setMe: (me: Me) => void; signOut: () => Promise<void> }
const SessionContext = createContext<Session | null>(null)

/** What the gate shows: nothing known yet, nobody, or a person. */
export type Gate =
  | { state: 'asking' }
  | { state: 'failed'; problem: Error; retry: () => void }
  /** `notice` is the server's sentence, when a session came to an end while the page was open. */
  | { state: 'nobody'; notice: string | undefined; signedIn: (me: Me) => void }
  | { state: 'somebody'; session: Session }

/** The person, or null where nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () =>
    api.get<Me>('/me').catch((problem: unknown) => {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Who is asking. The address stays as it is while nobody is signed in, so that the work goes on where it was. */
export function useGate(): Gate {
  const client = useQueryClient()
  const [notice, setNotice] = useState<string>()
  const somebody = useRef(false)
  const query = useQuery(meQuery)
  somebody.current = Boolean(query.data)

  const forget = useCallback(() => {
    // The next person on this machine must not see a cached answer of this one.
    client.removeQueries({ predicate: (cached) => cached.queryKey[0] !== 'me' })
    client.setQueryData(['me'], null)
  }, [client])

  useEffect(
    () =>
      onSignedOut((problem) => {
        if (!somebody.current) return
        if (problem.status !== 401) {
          void client.invalidateQueries({ queryKey: ['me'] })
          return
        }
        setNotice(problem.message)
        forget()
      }),
    [client, forget],
  )

  useEffect(() => onOtherWindow(() => void client.invalidateQueries({ queryKey: ['me'] })), [client])

  const setMe = useCallback((me: Me) => client.setQueryData(['me'], me), [client])
  const signedIn = useCallback(
    (me: Me) => {
      setNotice(undefined)
      setMe(me)
    },
    [setMe],
  )
  const signOut = useCallback(async () => {
    await api.send('POST', '/sign-out')
    somebody.current = false
    setNotice(undefined)
    forget()
  }, [forget])

  const me = query.data
  const session = useMemo(() => (me ? { me, setMe, signOut } : null), [me, setMe, signOut])
  if (session) return { state: 'somebody', session }
  if (me === null) return { state: 'nobody', notice, signedIn }
  if (query.error) return { state: 'failed', problem: query.error, retry: () => void query.refetch() }
  return { state: 'asking' }
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No session around this part of the screen')
  return session
}

export const useMe = (): Me => useSession().me

/** `may('project:create')`: what the person may do in general, in the past only read; rows carry abilities of their own. */
export function useMay(): (ability: string) => boolean {
  const { abilities } = useMe()
  const { day } = useAsOf()
  return useCallback(
    (ability) => abilities.includes(ability) && (!day || /:read$|^(?:export|self):/.test(ability)),
    [abilities, day],
  )
}
