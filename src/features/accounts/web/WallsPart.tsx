import { type FormEvent, useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, ErrorState, TextField } from '../../../web/ui/index.ts'
import type { Security, WallList } from '../security-contract.ts'
import { useDeviceWords } from './device-words.ts'
import { useEndWall, useWalls } from './use-security.ts'

type Wall = WallList['items'][number]

/** The zone's screens that stay signed in, by name; the security administrator ends any of them, with a reason. */
export function WallsPart({ security: { values, abilities } }: { security: Security }) {
  const t = useWords('security')
  const walls = useWalls()
  const items = walls.data?.items ?? []
  return (
    <section className="zt-walls">
      <h2>{t('walls')}</h2>
      <p className="zt-quiet">{t(values.wallDays === 0 ? 'wallsOff' : 'wallsText')}</p>
      {walls.error && <ErrorState quiet error={walls.error} retry={() => void walls.refetch()} />}
      {walls.data && items.length === 0 && values.wallDays > 0 && <p>{t('noWalls')}</p>}
      <ul>
        {items.map((wall) => (
          <WallItem key={wall.id} wall={wall} mayEnd={abilities.includes('update')} />
        ))}
      </ul>
    </section>
  )
}

function WallItem({ wall, mayEnd }: { wall: Wall; mayEnd: boolean }) {
  const t = useWords('security')
  const device = useDeviceWords()
  const end = useEndWall()
  const [reason, setReason] = useState<string>()
  const title = t('endThisWall', { screen: wall.screen })
  function submit(event: FormEvent) {
    event.preventDefault()
    end.mutate({ id: wall.id, reason: reason ?? '' })
  }
  return (
    <li>
      <div>
        <strong>{wall.screen}</strong> {t('wallUntil', { day: wall.until })} ·{' '}
        {t('wallOf', { name: wall.member.name })}
        <div className="zt-quiet">
          {device(wall)}
          {wall.address && ` ${wall.address}`} · {t('wallSince', { at: showTime(wall.startedAt) })} ·{' '}
          {t('wallSeen', { at: showTime(wall.seenAt) })}
        </div>
      </div>
      {mayEnd && reason === undefined && (
        <Button onClick={() => setReason('')} aria-label={title}>
          {t('endWall')}
        </Button>
      )}
      {reason !== undefined && (
        <form onSubmit={submit}>
          <TextField
            label={t('reason')}
            value={reason}
            onChange={setReason}
            maxLength={200}
            pattern=".*\S.*"
            required
            autoFocus
          />
          <Button kind="primary" type="submit" disabled={end.isPending}>
            {title}
          </Button>
          <Button onClick={() => setReason(undefined)}>{t('cancel')}</Button>
          <p className="zt-form-problem" role="alert">
            {end.error?.message}
          </p>
        </form>
      )}
    </li>
  )
}
