import { App, Button } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Approval, Stop } from '../contract.ts'
import type { ApprovalActs } from './use-approvals.ts'

type StopListProps = {
  approval: Approval
  mayEdit: boolean
  acts: ApprovalActs
  onEdit: (stop: Stop) => void
}

/** When a matter's clock stood, whose turn it was and why, and who said so. */
export function StopList({ approval, mayEdit, acts, onEdit }: StopListProps) {
  const t = useWords('approvals')
  const { modal, message } = App.useApp()
  const remove = (stop: Stop) =>
    modal.confirm({
      title: t('removeStopOf'),
      content: t('removeStopText'),
      okText: t('remove'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        acts.removeStop.mutateAsync(stop.id).then(
          () => undefined,
          (problem: Error) => void message.error(problem.message),
        ),
    })
  return (
    <ul className="zt-approval-stops">
      {approval.stops.map((stop) => (
        <li key={stop.id}>
          <span>
            {stop.toOn === null
              ? t('stoodFrom', { from: stop.fromOn, count: stop.days })
              : t('stood', { from: stop.fromOn, to: stop.toOn, count: stop.days })}
          </span>
          {' · '}
          <span>
            {t('because', {
              turn: t(stop.turn === 'owner' ? 'turnOwner' : 'turnReview'),
              reason: stop.reason,
            })}
          </span>
          {' · '}
          <span className="zt-quiet">
            {stop.resumedBy && stop.resumedBy !== stop.stoppedBy
              ? t('byBoth', { who: stop.stoppedBy, resumer: stop.resumedBy })
              : t('by', { who: stop.stoppedBy })}
          </span>
          {mayEdit && (
            <>
              <Button type="link" size="small" onClick={() => onEdit(stop)}>
                {t('edit')}
              </Button>
              <Button type="link" size="small" onClick={() => remove(stop)}>
                {t('remove')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
