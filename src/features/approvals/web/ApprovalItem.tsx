import { App, Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Approval, Stop } from '../contract.ts'
import { ApprovalDialog } from './ApprovalDialog.tsx'
import { ClockText } from './ClockText.tsx'
import { DueMark } from './DueMark.tsx'
import { itemWords } from './item-words.ts'
import { AcceptDialog, DecideDialog, ResumeDialog, StopDialog } from './StepDialogs.tsx'
import { StopList } from './StopList.tsx'
import type { ApprovalActs } from './use-approvals.ts'

type ApprovalItemProps = { approval: Approval; today: string; mayEdit: boolean; acts: ApprovalActs }
type Open = 'accept' | 'stop' | 'resume' | 'decide' | 'edit' | Stop

/** One matter: who decides it, its clock, what stopped it, and the next step. */
export function ApprovalItem({ approval, today, mayEdit, acts }: ApprovalItemProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const { modal, message } = App.useApp()
  const [open, setOpen] = useState<Open>()
  const { name, authority } = itemWords(approval, language)
  const { state, clock, acceptedOn, decidedOn } = approval
  const standing = approval.stops.find(({ toOn }) => toOn === null)
  const isOver = approval.outcome !== null
  const step = { approval, today, acts, onClose: () => setOpen(undefined) }
  const steps: Partial<Record<Approval['state'], readonly Open[]>> = {
    waiting: ['accept'],
    running: ['stop', 'decide'],
    stopped: ['resume'],
  }

  const remove = () =>
    modal.confirm({
      title: t('removeOf', { name }),
      content: t('removeText'),
      okText: t('remove'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        acts.remove.mutateAsync(approval.id).then(
          () => undefined,
          (problem: Error) => void message.error(problem.message),
        ),
    })

  return (
    <li className="zt-approval" data-state={state}>
      <div className="zt-approval-head">
        <span className="zt-approval-name">{name}</span>
        <span className="zt-quiet">{authority}</span>
        <DueMark state={!isOver && clock?.overdue ? 'overdue' : state} />
      </div>
      <div className="zt-approval-line">
        {acceptedOn && clock && (
          <div className="zt-approval-facts">
            <span>
              {t('accepted', { day: acceptedOn })}
              {decidedOn && ` · ${t('decided', { day: decidedOn })}`}
            </span>
            <ClockText clock={clock} isOver={isOver} />
            {approval.certificateNo && <span className="zt-quiet">{approval.certificateNo}</span>}
          </div>
        )}
        {mayEdit && (
          <div className="zt-approval-acts">
            {(steps[state] ?? []).map((one) => (
              <Button key={String(one)} size="small" onClick={() => setOpen(one)}>
                {t(String(one))}
              </Button>
            ))}
            <Button
              type="text"
              size="small"
              aria-label={t('editOf', { name })}
              onClick={() => setOpen('edit')}
            >
              {t('edit')}
            </Button>
            <Button type="text" size="small" aria-label={t('removeOf', { name })} onClick={remove}>
              {t('remove')}
            </Button>
          </div>
        )}
      </div>
      {approval.stops.length > 0 && (
        <StopList approval={approval} mayEdit={mayEdit} acts={acts} onEdit={setOpen} />
      )}
      {open === 'accept' && <AcceptDialog {...step} />}
      {open === 'stop' && <StopDialog {...step} />}
      {open === 'decide' && <DecideDialog {...step} />}
      {open === 'edit' && <ApprovalDialog {...step} />}
      {open === 'resume' && standing && <ResumeDialog {...step} stop={standing} />}
      {typeof open === 'object' && <StopDialog {...step} stop={open} />}
    </li>
  )
}
