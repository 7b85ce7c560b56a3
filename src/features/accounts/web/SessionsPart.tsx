import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, ErrorState } from '../../../web/ui/index.ts'
import type { Session } from '../contract.ts'
import { useDeviceWords } from './device-words.ts'
import { useEndSession, useSessions } from './use-account.ts'

/** Where one is signed in; each but this one can be ended from here. */
export function SessionsPart() {
  const t = useWords('accounts')
  const device = useDeviceWords()
  const sessions = useSessions()
  const end = useEndSession()
  const nameOf = (session: Session) =>
    session.wall ? t('screen', { screen: session.wall.screen }) : device(session)
  const items = sessions.data?.items ?? []
  if (sessions.error) return <ErrorState quiet error={sessions.error} retry={() => void sessions.refetch()} />
  return (
    <>
      <ul className="zt-sessions">
        {items.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{nameOf(session)}</strong>
              {session.current && <span className="zt-session-here">{t('thisOne')}</span>}
            </div>
            <div className="zt-quiet">
              {session.wall && (
                <>
                  {t('screenUntil', { day: session.wall.until })}
                  <br />
                  {device(session)} ·{' '}
                </>
              )}
              {t(session.wall ? 'screenSince' : 'startedAt', { at: showTime(session.startedAt) })}
              {session.address && ` · ${t('fromAddress', { address: session.address })}`}
              <br />
              {t(session.wall ? 'screenSeen' : 'seenAt', { at: showTime(session.seenAt) })}
            </div>
            {!session.current && (
              <Button
                disabled={end.isPending}
                onClick={() => end.mutate(session.id)}
                aria-label={`${t('endSession')} ${nameOf(session)} ${showTime(session.startedAt)}`}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 2 && (
        <Button disabled={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('endOthers', { count: items.length - 1 })}
        </Button>
      )}
      <p className="zt-form-problem" role="alert">
        {end.error?.message}
      </p>
    </>
  )
}
