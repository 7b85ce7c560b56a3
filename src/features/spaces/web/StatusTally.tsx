import { useAddress } from '../../../web/address.ts'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ParcelList } from '../contract.ts'
import { parcelStatuses, parcelStatusWords } from '../statuses.ts'
import { type SpaceAsked, toggled } from './space-address.ts'

type StatusTallyProps = { asked: SpaceAsked; statuses: ParcelList['statuses'] }

/** How many there are in each status; each narrows the list to itself. */
export function StatusTally({ asked, statuses }: StatusTallyProps) {
  const t = useWords('space')
  const { language } = useLanguage()
  const { setSearch } = useAddress()
  const all = statuses.reduce((sum, { count }) => sum + count, 0)
  const show = (status: string | undefined) => setSearch({ status, page: undefined })
  if (all === 0 && asked.statuses.length === 0) return null
  return (
    <fieldset className="zt-status-tally">
      <legend className="zt-unseen">{t('status')}</legend>
      <button type="button" aria-pressed={asked.statuses.length === 0} onClick={() => show(undefined)}>
        {t('all')} <b>{all}</b>
      </button>
      {parcelStatuses.map((status) => {
        const { count = 0, areaM2 = '0' } = statuses.find((one) => one.status === status) ?? {}
        return (
          <button
            key={status}
            type="button"
            data-empty={count === 0 || undefined}
            title={`${showArea(areaM2)} ${t('mu')}`}
            aria-pressed={asked.statuses.includes(status)}
            onClick={() => show(toggled(asked.statuses, status))}
          >
            {parcelStatusWords[status][language]} <b>{count || '·'}</b>
          </button>
        )
      })}
    </fieldset>
  )
}
