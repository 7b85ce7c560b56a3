import { useMutation } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Me, SignIn } from '../contract.ts'

export const useSignIn = (onSignedIn: (me: Me) => void) =>
  useMutation({
    mutationFn: (input: SignIn) => api.send<Me>('POST', '/sign-in', input),
    onSuccess: onSignedIn,
  })

export type SignInMutation = ReturnType<typeof useSignIn>
