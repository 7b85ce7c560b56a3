import type { Language, Words } from '../../../web/i18n/index.ts'
import { buildingKinds, buildingKindWords, rentUnits, rentUnitWords } from '../words.ts'
import type { FactField } from './FactFields.tsx'

/** What a room may have beside number and area; the asking rents by their unit, one of which is kept. */
export const roomFactFields = (t: Words, language: Language): FactField[] => [
  { key: 'use', label: t('use') },
  ...rentUnits.map((unit) => ({
    key: unit,
    label: `${t('asking')} ${rentUnitWords[unit][language]}`,
    figure: true,
  })),
  { key: 'readyOn', label: t('readyOn'), day: true },
  { key: 'note', label: t('note') },
]

/** What a building is called, and what it is. */
export const buildingNameFields = (t: Words, language: Language): FactField<'name' | 'number' | 'kind'>[] => [
  { key: 'name', label: t('name'), maxLength: 200 },
  { key: 'number', label: t('block'), maxLength: 40 },
  {
    key: 'kind',
    label: t('kind'),
    choices: buildingKinds.map((value) => ({ value, label: buildingKindWords[value][language] })),
  },
]

/** What a building may have beside its name and kind. */
export const buildingFactFields = (
  t: Words,
): FactField<'floorAreaM2' | 'goodsLiftT' | 'completedOn' | 'owner' | 'address' | 'note'>[] => [
  { key: 'floorAreaM2', label: `${t('floorArea')} ㎡`, figure: true },
  { key: 'goodsLiftT', label: `${t('goodsLift')} t`, figure: true },
  { key: 'completedOn', label: t('completedOn'), day: true },
  { key: 'owner', label: t('owner') },
  { key: 'address', label: t('address') },
  { key: 'note', label: t('note') },
]
