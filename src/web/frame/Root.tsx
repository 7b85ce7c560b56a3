import { NewPassword } from '../../features/accounts/web/NewPassword.tsx'
import { SignInPage } from '../../features/accounts/web/SignInPage.tsx'
import { SessionProvider, useGate } from '../session.tsx'
import { ErrorState, LoadingBar } from '../ui/index.ts'
import { Frame } from './Frame.tsx'

/** Sign-in until somebody is known, then the frame, at whatever address was asked for. */
export function Root() {
  const gate = useGate()
  if (gate.state === 'asking') return <LoadingBar />
  if (gate.state === 'failed')
    return (
      <main>
        <ErrorState error={gate.problem} retry={gate.retry} />
      </main>
    )
  if (gate.state === 'nobody') return <SignInPage notice={gate.notice} onSignedIn={gate.signedIn} />
  return (
    <SessionProvider session={gate.session}>
      {gate.session.me.mustChangePassword ? <NewPassword /> : <Frame />}
    </SessionProvider>
  )
}
