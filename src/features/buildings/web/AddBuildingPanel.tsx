import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SidePanel } from '../../../web/ui/index.ts'
import { buildingKinds } from '../words.ts'
import { FactFields, sentOf, type Typed } from './FactFields.tsx'
import { FormActs } from './FormActs.tsx'
import { buildingFactFields, buildingNameFields } from './fact-fields.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { typedText } from './typed.ts'
import { sentPlace, type TypedPlace } from './typed-place.ts'
import { useBuildingActs } from './use-building-acts.ts'
import './room-acts.css'

const nowhere: TypedPlace = { parcel: { typed: '', id: null }, lon: '', lat: '' }
type AddBuildingPanelProps = { onClose: () => void; onAdded: (id: string) => void }

/** A building that no table brought, without rooms as yet. */
export function AddBuildingPanel({ onClose, onAdded }: AddBuildingPanelProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  const { language } = useLanguage()
  const { addBuilding } = useBuildingActs()
  const [place, setPlace] = useState(nowhere)
  const [typed, setTyped] = useState<Typed>({})
  const facts = buildingFactFields(words)
  const filled = {
    textOf: ({ key }: { key: string }) => typed[key] ?? '',
    onType: (key: string, text: string) => setTyped({ ...typed, [key]: text }),
  }
  const name = typedText(typed['name'] ?? '')
  const kind = buildingKinds.find((one) => one === typed['kind'])
  const sent = sentPlace(place)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (name === null || kind === undefined) return
    const given = facts.map((one) => [one.key, sentOf(one, typed[one.key] ?? '')] as const)
    const number = typedText(typed['number'] ?? '')
    addBuilding.mutateAsync({ name, number, kind, ...sent, ...Object.fromEntries(given) }).then(
      ({ id }) => onAdded(id),
      () => undefined,
    )
  }
  return (
    <SidePanel title={t('addBuilding')} label={t('addBuilding')} onClose={onClose}>
      <form className="zt-form zt-add-form" onSubmit={onSubmit}>
        <FactFields fields={buildingNameFields(words, language)} {...filled} />
        <PlaceFields place={place} isOnParcel={place.parcel.typed.trim() !== ''} onChange={setPlace} />
        <FactFields fields={facts} {...filled} />
        <FormActs
          label={t('add')}
          problem={addBuilding.error?.message}
          isReady={name !== null && kind !== undefined && sent !== undefined && !addBuilding.isPending}
          onClose={onClose}
        />
      </form>
    </SidePanel>
  )
}
