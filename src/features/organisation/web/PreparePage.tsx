import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { addDays, isDay, shanghaiDay } from '../../../shared/days.ts'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { ReorganisationDetail, Step } from '../reorganisation.ts'
import { StepForm } from './StepForm.tsx'
import { StepList } from './StepList.tsx'
import { knownUnits } from './step-units.ts'
import { useOrganisation, useReorganisation, useReorganise } from './use-reorganisations.ts'
import './organisation.css'

/** Prepares an act, changes a draft, or takes an act that was undone as the beginning of a new one. */
export function PreparePage() {
  const t = useWords('reorganisation')
  const may = useMay()
  const { search } = useAddress()
  const from = search['act'] ?? search['like']
  const { data, error, refetch } = useReorganisation(from)
  return (
    <Page title={t('prepareTitle')}>
      {!may('reorganisation:create') ? (
        <RefusedState />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : from && !data ? (
        <LoadingBar />
      ) : (
        <Draft key={from ?? ''} given={data} anew={search['act'] === undefined} />
      )}
    </Page>
  )
}

function Draft({ given, anew }: { given: ReorganisationDetail | undefined; anew: boolean }) {
  const t = useWords('reorganisation')
  const { navigate } = useAddress()
  const today = shanghaiDay(Date.now())
  const tomorrow = addDays(today, 1)
  const [title, setTitle] = useState(given?.title ?? '')
  const [day, setDay] = useState(given && given.effectiveOn >= today ? given.effectiveOn : tomorrow)
  const [steps, setSteps] = useState<Step[]>(given?.steps ?? [])
  const [tried, setTried] = useState(false)
  const on = isDay(day) && day >= today ? day : tomorrow
  const organisation = useOrganisation(on)
  const { prepare } = useReorganise()
  const units = knownUnits(organisation.data?.items ?? [], steps)
  const whole = title.trim() !== '' && isDay(day) && steps.length > 0

  async function save() {
    setTried(true)
    if (!whole) return
    const input = { title: title.trim(), effectiveOn: day, steps }
    const own = given && !anew ? { id: given.id, revision: given.revision } : {}
    const { id } = await prepare.mutateAsync({ ...input, ...own })
    void navigate({ to: `/settings/organisation/${id}` })
  }

  return (
    <div className="zt-act zt-prepare">
      <div>
        <label htmlFor="zt-prepare-title">{t('name')}</label>
        <Input
          id="zt-prepare-title"
          value={title}
          maxLength={80}
          placeholder={t('nameHint')}
          {...(tried && title.trim() === '' ? { status: 'error' as const } : {})}
          onChange={(event) => setTitle(event.target.value)}
        />
        {tried && title.trim() === '' && <span className="zt-prepare-missing">{t('required')}</span>}
      </div>
      <div>
        <label htmlFor="zt-prepare-day">{t('effectiveOn')}</label>
        <Input
          id="zt-prepare-day"
          type="date"
          min={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <span className="zt-quiet">{t('effectiveHint')}</span>
      </div>
      <h2>{t('steps')}</h2>
      <StepList
        steps={steps}
        units={units}
        onRemove={(at) => setSteps(steps.filter((_, other) => other !== at))}
      />
      {tried && steps.length === 0 && <p className="zt-prepare-missing">{t('required')}</p>}
      {organisation.error && <ErrorState error={organisation.error} quiet />}
      <StepForm key={steps.length} units={units} on={on} onAdd={(step) => setSteps([...steps, step])} />
      {prepare.error && <Alert type="error" title={prepare.error.message} />}
      <div className="zt-prepare-end">
        <Button type="primary" loading={prepare.isPending} onClick={() => void save().catch(() => {})}>
          {t('save')}
        </Button>
        <Button
          onClick={() =>
            void navigate({
              to: given && !anew ? `/settings/organisation/${given.id}` : '/settings/organisation',
            })
          }
        >
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
