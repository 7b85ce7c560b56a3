import { sumDecimal } from '../../../shared/decimal.ts'
import { useAddress } from '../../../web/address.ts'
import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { Parcel } from '../contract.ts'

/** What is chosen, on whatever page it stands, and what can be done with it. */
export function PickedBar({ parcels, onForget }: { parcels: readonly Parcel[]; onForget: () => void }) {
  const t = useWords('space')
  const { setSearch } = useAddress()
  const area = showArea(sumDecimal(parcels.map(({ areaM2 }) => areaM2)))
  return (
    <div className="zt-picked" role="status">
      <span>{t('picked', { count: parcels.length, area })}</span>
      <Button
        kind="primary"
        disabled={parcels.length < 2}
        title={parcels.length < 2 ? t('mergeNeedsTwo') : undefined}
        onClick={() => setSearch({ panel: 'merge', parcel: undefined })}
      >
        {t('toMerge')}
      </Button>
      <Button onClick={onForget}>{t('forget')}</Button>
    </div>
  )
}
