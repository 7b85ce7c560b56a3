import { type FormEvent, useState } from 'react'
import { addDays, shanghaiDay } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { Button, TextField } from '../../../web/ui/index.ts'
import { useKeepWall } from './use-keep-wall.ts'
import { WallDialog } from './WallDialog.tsx'

const usualDays = 7

/** Keeps this screen signed in until a day, for the wall alone; says first what that means for who stands there. */
export function KeepDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('wall')
  const { member, seesWholeZone, wallDays } = useMe()
  const keep = useKeepWall()
  const today = shanghaiDay(Date.now())
  const last = addDays(today, wallDays)
  const [screen, setScreen] = useState('')
  const [until, setUntil] = useState(addDays(today, Math.min(usualDays, wallDays)))
  function submit(event: FormEvent) {
    event.preventDefault()
    keep.mutate({ screen, until })
  }
  return (
    <WallDialog title={t('keep.title')} onClose={onClose}>
      <form className="zt-form" onSubmit={submit}>
        <ul>
          <li>{t('keep.reads')}</li>
          <li>{t(seesWholeZone ? 'keep.seenWhole' : 'keep.seen', { name: member.name })}</li>
          <li>{t('keep.ends')}</li>
        </ul>
        <TextField
          label={t('keep.screen')}
          placeholder={t('keep.screenHint')}
          value={screen}
          onChange={setScreen}
          maxLength={40}
          pattern=".*\S.*"
          autoComplete="off"
          required
          autoFocus
        />
        <TextField
          label={t('keep.until')}
          hint={t('keep.untilHint', { count: wallDays, last })}
          type="date"
          min={today}
          max={last}
          value={until}
          onChange={setUntil}
          required
        />
        <p className="zt-form-problem" role="alert">
          {keep.error?.message}
        </p>
        <footer>
          <Button kind="primary" type="submit" disabled={keep.isPending}>
            {t('keep.act', { day: until })}
          </Button>
          <Button onClick={onClose}>{t('keep.not')}</Button>
        </footer>
      </form>
    </WallDialog>
  )
}
