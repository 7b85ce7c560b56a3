import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId } from 'react'
import { api } from '../../../web/api.ts'
import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { TextField } from '../../../web/ui/index.ts'
import type { ParcelList } from '../../spaces/contract.ts'
import { parcelKey } from '../../spaces/model/number-key.ts'
import type { GivenParcel } from './typed-place.ts'

type ParcelFieldProps = { parcel: GivenParcel; onChange: (parcel: GivenParcel) => void }

const offered = 20

/** A parcel by its number, however it is written: the one that has it comes first, before those that have it in theirs. */
export function ParcelField({ parcel, onChange }: ParcelFieldProps) {
  const t = useWords('buildingActs')
  const listId = useId()
  const q = useDeferredValue(parcel.typed.trim())
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['parcels', 'field', q],
    queryFn: () => api.get<ParcelList>('/parcels', { q, limit: offered }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  })
  const items = q === '' ? [] : (data?.items ?? [])
  const same = items.find(({ number }) => number !== null && parcelKey(number) === parcelKey(parcel.typed))
  const { typed, id } = parcel
  useEffect(() => {
    if ((same?.id ?? null) !== id) onChange({ typed, id: same?.id ?? null })
  }, [same, typed, id, onChange])
  const isNone = q !== '' && q === typed.trim() && data !== undefined && !isPlaceholderData && !same
  const name = same && (same.name ?? same.territory ?? same.number ?? '')
  const hint = same
    ? t('parcelIs', { name: name ?? '', area: showArea(same.areaM2) })
    : t(isNone ? 'parcelNone' : 'parcelHint')
  return (
    <>
      <TextField
        label={t('parcel')}
        hint={hint}
        list={listId}
        maxLength={100}
        value={typed}
        onChange={(text) => onChange({ typed: text, id: null })}
      />
      <datalist id={listId}>
        {items.flatMap(({ id: one, number }) => (number ? [<option key={one} value={number} />] : []))}
      </datalist>
    </>
  )
}
