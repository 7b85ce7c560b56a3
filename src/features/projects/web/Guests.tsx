import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, ErrorState } from '../../../web/ui/index.ts'
import type { Member } from '../../organisation/contract.ts'
import type { Guest } from '../contract.ts'
import './guests.css'

/** Who may know of a project before it signs, besides those whose posts tell them. */
export function Guests({ projectId, mayEdit }: { projectId: string; mayEdit: boolean }) {
  const t = useWords('projects')
  const client = useQueryClient()
  const guests = useQuery({
    queryKey: ['guests', projectId],
    queryFn: () => api.get<{ items: Guest[] }>(`/projects/${projectId}/guests`),
  })
  const change = useMutation({
    mutationFn: ({ memberId, leaves }: { memberId: string; leaves: boolean }) =>
      leaves
        ? api.send('DELETE', `/projects/${projectId}/guests/${memberId}`)
        : api.send('POST', `/projects/${projectId}/guests`, { memberId }),
    onSettled: () => client.invalidateQueries({ queryKey: ['guests', projectId] }),
  })
  if (guests.error) return <ErrorState error={guests.error} retry={() => void guests.refetch()} quiet />
  const items = guests.data?.items ?? []
  return (
    <section className="zt-guests" aria-labelledby="zt-guests">
      <h3 id="zt-guests">{t('guests.title')}</h3>
      <p className="zt-quiet">{t('guests.hint')}</p>
      <ul>
        {items.map(({ memberId, name }) => (
          <li key={memberId}>
            {name}
            {mayEdit && (
              <Button kind="quiet" onClick={() => change.mutate({ memberId, leaves: true })}>
                {t('guests.remove', { name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <AddGuest known={items} onAdd={(memberId) => change.mutate({ memberId, leaves: false })} />}
      {change.error && <ErrorState error={change.error} quiet />}
    </section>
  )
}

function AddGuest({ known, onAdd }: { known: readonly Guest[]; onAdd: (memberId: string) => void }) {
  const t = useWords('projects')
  const members = useQuery({
    queryKey: ['members'],
    queryFn: () => api.get<{ items: Member[] }>('/members'),
  })
  const open = (members.data?.items ?? []).filter((one) => known.every(({ memberId }) => memberId !== one.id))
  return (
    <Select
      className="zt-guests-add"
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      placeholder={t('guests.add')}
      aria-label={t('guests.add')}
      options={open.map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }))}
      onChange={(memberId: string | null) => memberId && onAdd(memberId)}
    />
  )
}
