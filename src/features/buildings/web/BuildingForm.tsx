import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { BuildingDetail } from '../contract.ts'
import { EditedFacts } from './EditedFacts.tsx'
import { buildingFactFields, buildingNameFields } from './fact-fields.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { changedPlace, isParcelKept, typedPlaceOf } from './typed-place.ts'
import type { useRoomActs } from './use-buildings.ts'
import './room-acts.css'

type BuildingFormProps = {
  building: BuildingDetail
  act: ReturnType<typeof useRoomActs>['building']
}

/** A building set right by those who keep it: what it is, where it stands, and its facts. */
export function BuildingForm({ building, act }: BuildingFormProps) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const [place, setPlace] = useState(() => typedPlaceOf(building))
  const { id, revision } = building
  const isOnParcel = place.parcel.typed.trim() !== '' || isParcelKept(building, place)
  return (
    <EditedFacts
      label={t('changeBuilding')}
      fields={[
        ...buildingNameFields(t, language).map((field) => ({
          ...field,
          value: building[field.key],
          needed: field.key !== 'number',
        })),
        ...buildingFactFields(t).map((field) => ({ ...field, value: building[field.key] })),
      ]}
      beside={{
        changes: changedPlace(building, place),
        fields: <PlaceFields place={place} isOnParcel={isOnParcel} onChange={setPlace} />,
      }}
      problem={act.error?.message}
      isBusy={act.isPending}
      onSave={(changes) => act.mutate({ id, revision, ...changes })}
    />
  )
}
