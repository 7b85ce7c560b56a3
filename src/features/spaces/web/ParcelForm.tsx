import { type FormEvent, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { ParcelDetail } from '../contract.ts'
import { changesOf, type Draft, draftOf } from './parcel-draft.ts'
import { useChangeParcel } from './use-parcels.ts'

const fields = ['number', 'name', 'landUse', 'landClass', 'areaM2', 'note'] as const

/** What a survey does not say, or says otherwise, set right by those who keep the land. */
export function ParcelForm({ parcel }: { parcel: ParcelDetail }) {
  const t = useWords('space')
  const change = useChangeParcel()
  const [draft, setDraft] = useState<Draft>(() => draftOf(parcel))
  const changes = changesOf(parcel, draft)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (changes) change.mutate({ id: parcel.id, revision: parcel.revision, ...changes })
  }
  return (
    <details className="zt-parcel-change">
      <summary>{t('change')}</summary>
      <form className="zt-form" onSubmit={onSubmit}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`field.${field}`)}
            {...(field === 'areaM2' ? { inputMode: 'decimal' as const, hint: t('areaHint') } : {})}
            value={draft[field]}
            onChange={(value) => setDraft({ ...draft, [field]: value })}
          />
        ))}
        {change.error && (
          <p className="zt-form-problem" role="alert">
            {change.error.message}
          </p>
        )}
        <div>
          <Button kind="primary" type="submit" disabled={!changes || change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
