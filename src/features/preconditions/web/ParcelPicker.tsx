import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { ParcelList } from '../../spaces/contract.ts'
import type { RuleSet } from '../contract.ts'

type Picked = RuleSet['parcels']
type ParcelPickerProps = { parcels: Picked; onChange: (parcels: Picked) => void }

const offered = 20

/** Parcels by number or name, as many as there are. */
export function ParcelPicker({ parcels, onChange }: ParcelPickerProps) {
  const t = useWords('preconditions')
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['parcels', 'picker', asked],
    queryFn: () =>
      api.get<ParcelList>(`/parcels?limit=${offered}${asked ? `&q=${encodeURIComponent(asked)}` : ''}`),
  })
  const items: Picked = found.data?.items ?? []
  const known = [...parcels, ...items]
  return (
    <div className="zt-rule-parcels">
      <span>{t('parcels')}</span>
      <Select
        mode="multiple"
        aria-label={t('parcels')}
        placeholder={t('parcelsHint')}
        value={parcels.map(({ id }) => id)}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={found.isFetching}
        options={[...new Map(known.map((parcel) => [parcel.id, parcel])).values()].map(
          ({ id, number, name }) => ({
            value: id,
            label: [number, name].filter(Boolean).join(' ') || t('unnumbered'),
          }),
        )}
        onChange={(ids: string[]) =>
          onChange(
            ids
              .flatMap((id) => known.find((one) => one.id === id) ?? [])
              .map(({ id, number, name }) => ({ id, number, name })),
          )
        }
      />
    </div>
  )
}
