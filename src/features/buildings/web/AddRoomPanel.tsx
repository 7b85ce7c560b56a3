import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SidePanel, TextField } from '../../../web/ui/index.ts'
import type { BuildingDetail } from '../contract.ts'
import { FactFields, sentOf, type Typed } from './FactFields.tsx'
import { FloorField } from './FloorField.tsx'
import { FormActs } from './FormActs.tsx'
import { roomFactFields } from './fact-fields.ts'
import { askingOf, isAreaUnread, typedArea, typedText } from './typed.ts'
import { useBuildingActs } from './use-building-acts.ts'
import './room-acts.css'

type AddRoomPanelProps = {
  building: BuildingDetail
  /** Of the floor that was looked at. */
  level: number | undefined
  onClose: () => void
  onAdded: (id: string) => void
}

/** A room that no table brought: on a floor of the building, or on a new one. */
export function AddRoomPanel({ building, level: looked, onClose, onAdded }: AddRoomPanelProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  const { language } = useLanguage()
  const { addRoom } = useBuildingActs()
  const levels = building.floors.map((floor) => floor.level)
  const [level, setLevel] = useState(() => levels.find((one) => one === looked) ?? levels[0])
  const [number, setNumber] = useState('')
  const [area, setArea] = useState('')
  const [typed, setTyped] = useState<Typed>({})
  const fields = roomFactFields(words, language)
  const areaM2 = typedArea(area)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (level === undefined || areaM2 === undefined) return
    const sent = fields.map((field) => [field.key, sentOf(field, typed[field.key] ?? '')] as const)
    const { month, day, ...facts } = Object.fromEntries(sent)
    const input = { buildingId: building.id, level, number: number.trim(), areaM2, ...facts }
    addRoom.mutateAsync({ ...input, ...askingOf(month, day) }).then(
      ({ id }) => onAdded(id),
      () => undefined,
    )
  }
  return (
    <SidePanel title={t('addRoom')} label={t('addRoom')} onClose={onClose}>
      <form className="zt-form zt-add-form" onSubmit={onSubmit}>
        <FloorField levels={levels} level={level} onChange={setLevel} />
        <TextField label={words('number')} maxLength={60} value={number} onChange={setNumber} />
        <TextField
          label={`${words('area')} ㎡`}
          {...(isAreaUnread(area) ? { hint: t('areaUnread', { value: area.trim() }) } : {})}
          inputMode="decimal"
          value={area}
          onChange={setArea}
        />
        <FactFields
          fields={fields}
          textOf={({ key }) => typed[key] ?? ''}
          onType={(key, text) => setTyped({ ...typed, [key]: text })}
        />
        <FormActs
          label={t('add')}
          problem={addRoom.error?.message}
          isReady={
            level !== undefined && areaM2 !== undefined && typedText(number) !== null && !addRoom.isPending
          }
          onClose={onClose}
        />
      </form>
    </SidePanel>
  )
}
