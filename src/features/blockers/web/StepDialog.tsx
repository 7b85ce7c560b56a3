import { Form, Input } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import type { Blocker } from '../contract.ts'
import { type Act, levelWords } from '../ladder.ts'
import type { BlockerActs } from './use-blockers.ts'

type StepDialogProps = { blocker: Blocker; act: Act; acts: BlockerActs; onClose: () => void }

/** Where an act leads, for those that lead somewhere. */
export const targetOf = (act: Act, { above, below }: Blocker) =>
  act === 'up' ? above : act === 'down' ? below : null

/** One step about a blocker, with the sentence that goes with it. */
export function StepDialog({ blocker, act, acts, onClose }: StepDialogProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const to = targetOf(act, blocker)
  const label = t(`${act}Text`)
  return (
    <FormDialog<{ text: string }>
      title={t(`${act}Of`, { title: blocker.title })}
      ok={t(`${act}Act`, { to: to ? levelWords[to][language] : '' })}
      initial={{ text: '' }}
      onSend={({ text }) =>
        acts.step.mutateAsync({
          id: blocker.id,
          revision: blocker.revision,
          act,
          text,
          ...(to ? { to } : {}),
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('required', { what: label }) }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
