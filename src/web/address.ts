import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Search parameters as plain text, in and out: `q=12` stays text and `where` stays the JSON that was written. */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

/** The page's own part of the address; `setSearch` keeps what it does not name and drops what is undefined. */
export function useAddress() {
  const navigate = useNavigate()
  const location = useLocation()
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  const setSearch = useCallback(
    (patch: Record<string, string | undefined>, options: { replace?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => ({ ...before, ...patch })) as never,
        replace: options.replace ?? false,
      }),
    [navigate],
  )
  return {
    path: location.pathname,
    search: location.search as Record<string, string>,
    params,
    setSearch,
    navigate,
  }
}
