import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, EmptyState, TextField } from '../../../web/ui/index.ts'
import type { LedgerRow } from '../../projects/contract.ts'

export type Picked = { id: string; name: string }
const shownAtMost = 8

/** Finds a project that one may change, by the ledger's own search. */
export function ProjectPicker({
  picked,
  onPick,
}: {
  picked: Picked | undefined
  onPick: (next: Picked | undefined) => void
}) {
  const t = useWords('charts')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['ledger', 'picker', q],
    queryFn: () => api.get<{ items: LedgerRow[] }>('/ledger', { q, limit: 30 }),
    enabled: q !== '' && !picked,
  })
  if (picked)
    return (
      <h3 className="zt-picked">
        {picked.name}{' '}
        <Button kind="quiet" onClick={() => onPick(undefined)}>
          {t('chooseProject')}
        </Button>
      </h3>
    )
  const found = (data?.items ?? [])
    .filter(({ abilities }) => abilities.includes('update'))
    .slice(0, shownAtMost)
  return (
    <div className="zt-form">
      <TextField label={t('chooseProject')} hint={t('chooseHint')} value={typed} onChange={setTyped} />
      {data && found.length === 0 && <EmptyState quiet title={t('noProject')} />}
      <ul className="zt-picker">
        {found.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onPick({ id: row.id, name: String(row['name']) })}>
              {String(row['name'])}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
