import { Form, Input, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import type { ProjectFirstContact } from '../contract.ts'
import type { CooperationActs } from './use-cooperation.ts'

/** Of the units that registered, the one that came first. */
export function DecideDialog({
  project,
  answer,
  acts,
  onClose,
}: {
  project: { id: string; name: string }
  answer: ProjectFirstContact
  acts: CooperationActs
  onClose: () => void
}) {
  const t = useWords('cooperation')
  const units = new Map(answer.registrations.map(({ unitId, unitName }) => [unitId, unitName]))
  return (
    <FormDialog<{ unitId: string; reason: string }>
      title={t('decideOf', { name: project.name })}
      ok={t('decide')}
      initial={{}}
      onSend={(given) => acts.decide.mutateAsync({ id: project.id, ...given })}
      onClose={onClose}
    >
      <Form.Item
        name="unitId"
        label={t('decideFor')}
        extra={answer.byRule && t('byDays', { name: answer.byRule.unitName })}
        rules={[{ required: true, message: t('required', { what: t('decideFor') }) }]}
      >
        <Select options={[...units].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <ReasonField label={t('reason')} name="reason" />
    </FormDialog>
  )
}

export function ReasonField({
  name,
  label,
  isRequired = true,
}: {
  name: string
  label: string
  isRequired?: boolean
}) {
  const t = useWords('cooperation')
  return (
    <Form.Item
      name={name}
      label={label}
      rules={
        isRequired ? [{ required: true, whitespace: true, message: t('required', { what: label }) }] : []
      }
    >
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
    </Form.Item>
  )
}
