import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { tellOtherWindows } from '../../../web/other-windows.ts'
import { useMe, useSession } from '../../../web/session.tsx'
import type { Me, WallInput } from '../../accounts/contract.ts'

/** Whether this screen may be kept signed in by whoever stands before it. */
export function useMayKeep(): boolean {
  const { wall, wallDays } = useMe()
  return wall === null && wallDays > 0
}

/** Puts a wall's session in place of the person's. */
export function useKeepWall() {
  const client = useQueryClient()
  const { setMe } = useSession()
  return useMutation({
    mutationFn: (input: WallInput) => api.send<Me>('POST', '/walls', input),
    onSuccess: (me) => {
      // Of what the person had open, nothing but the wall's own figures stays in this browser.
      client.removeQueries({ predicate: ({ queryKey: [of] }) => of !== 'me' && of !== 'wall' })
      setMe(me)
      tellOtherWindows()
    },
  })
}
