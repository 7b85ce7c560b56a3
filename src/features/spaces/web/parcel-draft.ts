import type { ParcelDetail, ParcelPatch } from '../contract.ts'

const words = ['number', 'name', 'landUse', 'landClass', 'note'] as const
export type Draft = Record<(typeof words)[number] | 'areaM2', string>

export const draftOf = (parcel: Pick<ParcelDetail, keyof Draft>): Draft => ({
  number: parcel.number ?? '',
  name: parcel.name ?? '',
  landUse: parcel.landUse ?? '',
  landClass: parcel.landClass ?? '',
  note: parcel.note ?? '',
  areaM2: parcel.areaM2,
})

/** What was typed otherwise than it stands; an empty field takes its value away. Undefined: nothing to send. */
export function changesOf(
  parcel: Pick<ParcelDetail, keyof Draft>,
  draft: Draft,
): Omit<ParcelPatch, 'revision'> | undefined {
  const before = draftOf(parcel)
  const changed = words.flatMap((field) => {
    const typed = draft[field].trim()
    return typed === before[field] ? [] : [[field, typed === '' ? null : typed] as const]
  })
  // As people type figures: 9,407 or ９４０７.
  const areaM2 = draft.areaM2.normalize('NFKC').replace(/[,，\s]/g, '')
  const all = {
    ...Object.fromEntries(changed),
    ...(areaM2 === '' || areaM2 === before.areaM2 ? {} : { areaM2 }),
  }
  return Object.keys(all).length === 0 ? undefined : all
}
