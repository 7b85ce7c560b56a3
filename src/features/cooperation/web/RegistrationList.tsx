import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import type { FirstContact } from '../contract.ts'
import { DecideDialog, ReasonField } from './DecideDialog.tsx'
import { RegistrationItem } from './RegistrationItem.tsx'
import { type CooperationActs, useCooperation, useFirstContacts } from './use-cooperation.ts'

type Open = { act: 'decide' | 'separate'; row: FirstContact }

/** What one's units registered, or what waits for a decision; a project out of sight is called as it was registered. */
export function RegistrationList({ show, acts }: { show: 'own' | 'disputed'; acts: CooperationActs }) {
  const t = useWords('cooperation')
  const list = useFirstContacts(show)
  const [open, setOpen] = useState<Open>()
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <LoadingBar />
  if (list.data.total === 0) return <EmptyState title={t(`none.${show}`)}>{t(`noneText.${show}`)}</EmptyState>
  const mayDecide = show === 'disputed' && list.data.abilities.includes('decide')
  return (
    <>
      <p className="zt-quiet">{t('total', { count: list.data.total })}</p>
      <ul className="zt-registrations">
        {list.data.items.map((row) => (
          <RegistrationItem
            key={row.id}
            row={row}
            isHolder={row.holder === row.unitName}
            isLost={row.projectId === null}
            name={row.called === row.projectName ? undefined : row.called}
            head={
              row.projectId ? (
                <Link to={`/projects/${row.projectId}`} search={{ tab: 'cooperation' } as never}>
                  {row.projectName}
                </Link>
              ) : (
                <span>{row.projectName}</span>
              )
            }
            acts={
              mayDecide && (
                <div className="zt-cooperation-acts">
                  <Button size="small" onClick={() => setOpen({ act: 'decide', row })}>
                    {t('decide')}
                  </Button>
                  {row.contested === 'unseen' && (
                    <Button size="small" onClick={() => setOpen({ act: 'separate', row })}>
                      {t('separate')}
                    </Button>
                  )}
                  {row.holder && <span className="zt-quiet">{t('holderNow', { name: row.holder })}</span>}
                </div>
              )
            }
          />
        ))}
      </ul>
      {open?.act === 'separate' && (
        <FormDialog<{ reason: string }>
          title={t('separateOf', { name: open.row.called })}
          ok={t('separate')}
          initial={{}}
          onSend={({ reason }) => acts.separate.mutateAsync({ id: open.row.id, reason })}
          onClose={() => setOpen(undefined)}
        >
          <p className="zt-quiet zt-cooperation-hint">
            {t('separateText', { name: open.row.called, unit: open.row.unitName })}
          </p>
          <ReasonField name="reason" label={t('reason')} />
        </FormDialog>
      )}
      {open?.act === 'decide' && open.row.projectId && (
        <Deciding
          project={{ id: open.row.projectId, name: open.row.projectName }}
          acts={acts}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function Deciding(props: {
  project: { id: string; name: string }
  acts: CooperationActs
  onClose: () => void
}) {
  const answer = useCooperation(props.project.id).data
  return answer ? <DecideDialog {...props} answer={answer.firstContact} /> : null
}
