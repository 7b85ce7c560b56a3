import { useWords } from '../../../web/i18n/index.ts'
import { TextField } from '../../../web/ui/index.ts'
import { ParcelField } from './ParcelField.tsx'
import { type TypedPlace, typedDegrees } from './typed-place.ts'

type PlaceFieldsProps = {
  place: TypedPlace
  /** Its place is a parcel’s, and none of its own is asked for. */
  isOnParcel: boolean
  onChange: (place: TypedPlace) => void
}

/** Where a building stands: on a parcel, or without one at a place of its own. */
export function PlaceFields({ place, isOnParcel, onChange }: PlaceFieldsProps) {
  const t = useWords('buildingActs')
  const degrees = (key: 'lon' | 'lat', such: string) => (
    <TextField
      label={t(key)}
      inputMode="decimal"
      hint={
        typedDegrees(place[key]) === undefined
          ? t('degreesUnread', { value: place[key].trim(), such })
          : t(`${key}Hint`)
      }
      value={place[key]}
      onChange={(text) => onChange({ ...place, [key]: text })}
    />
  )
  return (
    <>
      <ParcelField parcel={place.parcel} onChange={(parcel) => onChange({ ...place, parcel })} />
      {!isOnParcel && (
        <div className="zt-add-pair">
          {degrees('lon', '120.2694')}
          {degrees('lat', '30.1847')}
        </div>
      )}
    </>
  )
}
