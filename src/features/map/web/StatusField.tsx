import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ParcelDetail, ParcelPatch } from '../../spaces/contract.ts'
import { type ParcelStatus, parcelStatuses, parcelStatusWords } from '../../spaces/statuses.ts'
import { Swatch } from './Swatch.tsx'
import { parcelKey } from './use-map-data.ts'

/** What a parcel is in. Who may, changes it here: it shows at once, and says so if it was not saved. */
export function StatusField({ parcel }: { parcel: ParcelDetail }) {
  const t = useWords('map')
  const { language } = useLanguage()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (status: ParcelStatus) =>
      api.send<ParcelDetail>('PATCH', `/parcels/${parcel.id}`, {
        revision: parcel.revision,
        status,
      } satisfies ParcelPatch),
    onSuccess: (changed) => client.setQueryData(parcelKey(parcel.id), changed),
    onError: () => client.invalidateQueries({ queryKey: parcelKey(parcel.id) }),
  })
  const status = change.isPending ? change.variables : parcel.status
  const word = parcelStatusWords[status][language]
  return (
    <div className="zt-map-status">
      <Swatch status={status} />
      {parcel.abilities.includes('update') ? (
        <select
          aria-label={t('status')}
          value={status}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate(target.value as ParcelStatus)}
        >
          {parcelStatuses.map((one) => (
            <option key={one} value={one}>
              {parcelStatusWords[one][language]}
            </option>
          ))}
        </select>
      ) : (
        <strong>{word}</strong>
      )}
      <p role="status" className={change.isError ? 'zt-late' : 'zt-quiet'}>
        {change.isError
          ? t('notSaved', { word: parcelStatusWords[change.variables][language], why: change.error.message })
          : change.isSuccess
            ? t('saved')
            : ''}
      </p>
    </div>
  )
}
