import type { Me } from '../contract.ts'

export function SignInPage(_: { notice: string | undefined; onSignedIn: (me: Me) => void }) {
  return null
}
