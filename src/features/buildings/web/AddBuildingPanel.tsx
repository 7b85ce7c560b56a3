import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SidePanel, TextField } from '../../../web/ui/index.ts'
import { type BuildingKind, buildingKinds, buildingKindWords } from '../words.ts'
import { FactFields, sentOf, type Typed } from './FactFields.tsx'
import { FormActs } from './FormActs.tsx'
import { buildingFactFields } from './fact-fields.ts'
import { type GivenParcel, ParcelField } from './ParcelField.tsx'
import { typedFigure, typedText } from './typed.ts'
import { useBuildingActs } from './use-building-acts.ts'
import './room-acts.css'

/** Undefined where nothing was typed; not a number where something else was. */
function degrees(text = ''): number | undefined {
  const figure = typedFigure(text)
  return figure === null ? undefined : Number(figure)
}

type AddBuildingPanelProps = { onClose: () => void; onAdded: (id: string) => void }

/** A building that no table brought, without rooms as yet. */
export function AddBuildingPanel({ onClose, onAdded }: AddBuildingPanelProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  const { language } = useLanguage()
  const { addBuilding } = useBuildingActs()
  const [kind, setKind] = useState<BuildingKind>('factory')
  const [parcel, setParcel] = useState<GivenParcel>({ typed: '', id: null })
  const [typed, setTyped] = useState<Typed>({})
  const fields = buildingFactFields(words)
  const field = (
    key: string,
    label: string,
    more: { inputMode?: 'decimal'; maxLength?: number; hint?: string } = {},
  ) => (
    <TextField
      label={label}
      {...more}
      value={typed[key] ?? ''}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
    />
  )
  const name = typedText(typed['name'] ?? '')
  const [lon, lat] = [degrees(typed['lon']), degrees(typed['lat'])]
  const isParcelUnknown = parcel.typed.trim() !== '' && parcel.id === null
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (name === null) return
    const facts = fields.map((one) => [one.key, sentOf(one, typed[one.key] ?? '')] as const)
    const input = {
      ...{ name, number: typedText(typed['number'] ?? ''), kind, parcelId: parcel.id },
      ...{ lon: lon ?? null, lat: lat ?? null },
      ...Object.fromEntries(facts),
    }
    addBuilding.mutateAsync(input).then(
      ({ id }) => onAdded(id),
      () => undefined,
    )
  }
  return (
    <SidePanel title={t('addBuilding')} label={t('addBuilding')} onClose={onClose}>
      <form className="zt-form zt-add-form" onSubmit={onSubmit}>
        {field('name', words('name'), { maxLength: 200 })}
        {field('number', words('block'), { maxLength: 40 })}
        <label className="zt-field">
          <span>{words('kind')}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as BuildingKind)}>
            {buildingKinds.map((one) => (
              <option key={one} value={one}>
                {buildingKindWords[one][language]}
              </option>
            ))}
          </select>
        </label>
        <ParcelField parcel={parcel} onChange={setParcel} />
        <div className="zt-add-pair">
          {field('lon', t('lon'), { inputMode: 'decimal', hint: t('lonHint') })}
          {field('lat', t('lat'), { inputMode: 'decimal', hint: t('latHint') })}
        </div>
        <FactFields
          fields={fields}
          textOf={({ key }) => typed[key] ?? ''}
          onType={(key, text) => setTyped({ ...typed, [key]: text })}
        />
        <FormActs
          label={t('add')}
          problem={addBuilding.error?.message}
          isReady={
            name !== null &&
            !isParcelUnknown &&
            !Number.isNaN(lon) &&
            !Number.isNaN(lat) &&
            !addBuilding.isPending
          }
          onClose={onClose}
        />
      </form>
    </SidePanel>
  )
}
