import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Parcel } from '../contract.ts'
import { type ParcelStatus, parcelStatuses, parcelStatusWords } from '../statuses.ts'
import { useChangeParcel } from './use-parcels.ts'
import './status-choice.css'

type StatusChoiceProps = {
  parcel: Pick<Parcel, 'id' | 'number' | 'name' | 'status' | 'revision' | 'abilities'>
}

/** The status, changed where it stands by those who may. */
export function StatusChoice({ parcel }: StatusChoiceProps) {
  const t = useWords('space')
  const { language } = useLanguage()
  const change = useChangeParcel()
  const { id, status, revision, abilities } = parcel
  if (!abilities.includes('update')) return parcelStatusWords[status][language]
  const shown = change.isPending ? (change.variables.status ?? status) : status
  return (
    <>
      <select
        className="zt-status-choice"
        aria-label={t('statusOf', { parcel: parcel.number ?? parcel.name ?? t('unnumbered') })}
        value={shown}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ id, revision, status: event.target.value as ParcelStatus })}
      >
        {parcelStatuses.map((one) => (
          <option key={one} value={one}>
            {parcelStatusWords[one][language]}
          </option>
        ))}
      </select>
      <span className="zt-unseen" role="status">
        {change.isSuccess ? t('saved') : ''}
      </span>
      {change.error && (
        <span className="zt-late zt-status-problem" role="alert">
          {change.error.message}
        </span>
      )}
    </>
  )
}
