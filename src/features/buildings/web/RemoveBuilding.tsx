import { type FormEvent, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { BuildingDetail } from '../contract.ts'
import { FormActs } from './FormActs.tsx'
import { useBuildingActs } from './use-building-acts.ts'
import './room-acts.css'

/** A building entered by mistake, as long as it has no rooms: asked once more, then back to the list. */
export function RemoveBuilding({ building }: { building: BuildingDetail }) {
  const t = useWords('buildingActs')
  const { navigate } = useAddress()
  const [isAsked, setAsked] = useState(false)
  const { removeBuilding } = useBuildingActs()
  const name = [building.name, building.number].filter(Boolean).join(' ')
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    removeBuilding
      .mutateAsync(building)
      .then(() => navigate({ to: '/space/buildings' }))
      .catch(() => undefined)
  }
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{t('removeBuilding')}</Button>
  return (
    <form className="zt-form zt-remove-building" onSubmit={onSubmit}>
      <p className="zt-quiet">{t('removeBuildingHint')}</p>
      <FormActs
        label={t('removeNow', { number: name })}
        problem={removeBuilding.error?.message}
        isReady={!removeBuilding.isPending}
        onClose={() => setAsked(false)}
      />
    </form>
  )
}
