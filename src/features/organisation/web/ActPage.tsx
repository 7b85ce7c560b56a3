import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { addDays, shanghaiDay } from '../../../shared/days.ts'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import type { Preview, ReorganisationDetail } from '../reorganisation.ts'
import { ActPeople, ActStatus } from './ActTimeline.tsx'
import { PreviewSheet } from './PreviewSheet.tsx'
import { usePreview, useReorganisation, useReorganise } from './use-reorganisations.ts'
import './organisation.css'

/** One act: its steps, exactly what it moves, and what can be done with it now. */
export function ActPage() {
  const t = useWords('reorganisation')
  const { params } = useAddress()
  const id = params['reorganisationId'] ?? ''
  const act = useReorganisation(id)
  const preview = usePreview(id)
  const error = act.error ?? preview.error
  return (
    <Page
      title={act.data?.title ?? t('acts')}
      aside={act.data && <ActStatus status={act.data.status} />}
      actions={act.data && preview.data && <ActActions act={act.data} preview={preview.data} />}
    >
      <div className="zt-act">
        <p>
          <Link to="/settings/organisation">{t('back')}</Link>
        </p>
        {(act.isPending || preview.isPending) && !error && <LoadingBar />}
        {error && (
          <ErrorState error={error} retry={() => void Promise.all([act.refetch(), preview.refetch()])} />
        )}
        {act.data && (
          <>
            <p className="zt-act-day">
              {t('effectiveOn')} <strong>{act.data.effectiveOn}</strong>{' '}
              <Link to="/settings/organisation" search={{ on: addDays(act.data.effectiveOn, -1) }}>
                {t('treeBefore')}
              </Link>
              {' · '}
              <Link to="/settings/organisation" search={{ on: act.data.effectiveOn }}>
                {t('treeThen')}
              </Link>
            </p>
            <ActPeople act={act.data} />
            {act.data.stoppedBecause && (
              <Alert type="error" title={t('stopped', { reason: act.data.stoppedBecause })} />
            )}
            <h2>{t('steps')}</h2>
            <ol className="zt-act-steps">
              {act.data.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </>
        )}
        {act.data && preview.data && !['undone', 'stopped'].includes(act.data.status) && (
          <PreviewSheet preview={preview.data} done={act.data.status === 'done'} />
        )}
      </div>
    </Page>
  )
}

type Asking = 'confirm' | 'undo' | 'reverse'

function ActActions({ act, preview }: { act: ReorganisationDetail; preview: Preview }) {
  const t = useWords('reorganisation')
  const { message } = App.useApp()
  const { navigate } = useAddress()
  const { confirm, undo, reverse, discard } = useReorganise()
  const [asking, setAsking] = useState<Asking>()
  const today = shanghaiDay(Date.now())
  const [reverseOn, setReverseOn] = useState(addDays(today, 1))
  const may = (verb: string) => act.abilities.includes(verb)
  const { title, effectiveOn: day } = act
  const now = day === today
  const running = confirm.isPending || undo.isPending || reverse.isPending
  const failed = confirm.error ?? undo.error ?? reverse.error

  async function go() {
    if (asking === 'confirm') {
      await confirm.mutateAsync(act)
      message.success(t(now ? 'doneNow' : 'done'))
    } else if (asking === 'undo') {
      await undo.mutateAsync(act)
      message.success(t('undone'))
    } else {
      const back = { id: act.id, title: t('reverseTitle', { title }).slice(0, 80), effectiveOn: reverseOn }
      const { id } = await reverse.mutateAsync(back)
      void navigate({ to: `/settings/organisation/${id}` })
    }
    setAsking(undefined)
  }
  async function drop() {
    await discard.mutateAsync(act.id)
    message.success(t('discarded'))
    void navigate({ to: '/settings/organisation' })
  }

  const asked = {
    confirm: [
      t('confirmAsk', { title }),
      t(now ? 'confirmTextNow' : 'confirmText', { day, ...preview.counts }),
    ],
    undo: [t('undoAsk', { title }), t('undoText')],
    reverse: [t('reverseAsk', { title }), t('reverseText')],
  }
  const yes = {
    confirm: now ? t('confirmNow') : t('confirm', { day }),
    undo: t('undo'),
    reverse: t('reverse'),
  }
  const copy = ['undone', 'stopped'].includes(act.status)
  return (
    <>
      {may('remove') && <Button onClick={() => void drop().catch(() => {})}>{t('discard')}</Button>}
      {(may('update') || copy) && !act.steps.some((step) => step.kind === 'reverse') && (
        <Link to="/settings/organisation/prepare" search={copy ? { like: act.id } : { act: act.id }}>
          <Button>{t(copy ? 'again' : 'edit')}</Button>
        </Link>
      )}
      {may('confirm') && (
        <Button type="primary" disabled={preview.faults.length > 0} onClick={() => setAsking('confirm')}>
          {yes.confirm}
        </Button>
      )}
      {may('undo') && (
        <Button danger onClick={() => setAsking('undo')}>
          {yes.undo}
        </Button>
      )}
      {may('reverse') && <Button onClick={() => setAsking('reverse')}>{yes.reverse}</Button>}
      {asking && (
        <Modal
          open
          title={asked[asking][0]}
          okText={yes[asking]}
          cancelText={t('cancel')}
          okButtonProps={{ danger: asking === 'undo' }}
          confirmLoading={running}
          onOk={() => void go().catch(() => {})}
          onCancel={() => setAsking(undefined)}
          width={460}
        >
          <p>{asked[asking][1]}</p>
          {asking === 'reverse' && (
            <p>
              <label htmlFor="zt-reverse-on">{t('effectiveOn')}</label>{' '}
              <Input
                id="zt-reverse-on"
                type="date"
                min={today}
                value={reverseOn}
                onChange={(event) => setReverseOn(event.target.value)}
              />
            </p>
          )}
          {failed && <Alert type="error" title={failed.message} />}
        </Modal>
      )}
    </>
  )
}
