import { useMutation } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { CodeNeeded, Me, SignIn, SignInCode } from '../contract.ts'

/** The first step opens the session, or asks for the second. */
export const useSignIn = (onSignedIn: (me: Me) => void, onCodeNeeded: (pending: string) => void) =>
  useMutation({
    mutationFn: (input: SignIn) => api.send<Me | CodeNeeded>('POST', '/sign-in', input),
    onSuccess: (answer) => ('pending' in answer ? onCodeNeeded(answer.pending) : onSignedIn(answer)),
  })

export const useSignInCode = (onSignedIn: (me: Me) => void) =>
  useMutation({
    mutationFn: (input: SignInCode) => api.send<Me>('POST', '/sign-in/code', input),
    onSuccess: onSignedIn,
  })

export type SignInMutation = ReturnType<typeof useSignIn>
