import { App } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Plan } from '../plan-contract.ts'
import { UntilDialog } from './UntilDialog.tsx'
import { usePlanActs } from './use-plans.ts'

type AdoptDialogProps = { plan: Plan; onClose: () => void }

/** Keeps every place of the plan for its project until a day. */
export function AdoptDialog({ plan: { id, name, revision, answer }, onClose }: AdoptDialogProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const { adopt } = usePlanActs()
  const count = answer.placed.length
  return (
    <UntilDialog
      title={t('plan.adopt.title', { name })}
      hint={t('plan.adopt.hint', { count })}
      ok={t('plan.adopt.ok')}
      label={t('plan.adopt.until')}
      isPending={adopt.isPending}
      error={adopt.error}
      onClose={onClose}
      onKeep={async (untilOn) => {
        await adopt.mutateAsync({ id, revision, untilOn })
        message.success(t('plan.adopt.done', { count }))
        onClose()
      }}
    />
  )
}
