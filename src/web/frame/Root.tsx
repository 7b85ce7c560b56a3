import { Navigate, Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Me } from '../../features/accounts/contract.ts'
import { NewPassword } from '../../features/accounts/web/NewPassword.tsx'
import { SignInPage } from '../../features/accounts/web/SignInPage.tsx'
import { WallSignedOut } from '../../features/wall/web/WallSignedOut.tsx'
import { SessionProvider, useGate } from '../session.tsx'
import { ErrorState, LoadingBar } from '../ui/index.ts'
import { Frame } from './Frame.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    bare?: true
  }
}

const EnrolPage = lazy(() =>
  import('../../features/accounts/web/EnrolPage.tsx').then((file) => ({ default: file.EnrolPage })),
)

/** Sign-in until somebody is known, then the frame, at whatever address was asked for. */
export function Root() {
  const gate = useGate()
  const isBare = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.bare) })
  if (gate.state === 'asking') return <LoadingBar />
  if (gate.state === 'failed')
    return (
      <main>
        <ErrorState error={gate.problem} retry={gate.retry} />
      </main>
    )
  if (gate.state === 'nobody')
    return (
      <>
        {isBare && <WallSignedOut />}
        <SignInPage notice={gate.notice} onSignedIn={gate.signedIn} />
      </>
    )
  return (
    <SessionProvider session={gate.session}>
      <Inside me={gate.session.me} isBare={isBare} />
    </SessionProvider>
  )
}

/** A password of one's own and the second factor come before everything else. */
function Inside({ me, isBare }: { me: Me; isBare: boolean }) {
  const { pathname } = useLocation()
  // Kept signed in for the wall, a screen opens nothing else; the server would refuse it.
  if (me.wall) return pathname === '/wall' ? <Outlet /> : <Navigate to="/wall" replace />
  if (me.mustChangePassword) return <NewPassword />
  if (!me.mustEnrol) return isBare ? <Outlet /> : <Frame />
  return (
    <Suspense fallback={<LoadingBar />}>
      <EnrolPage />
    </Suspense>
  )
}
