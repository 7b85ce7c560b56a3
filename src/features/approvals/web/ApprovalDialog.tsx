import { Form, Input, InputNumber, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Outcome, outcomes, type Part, parts, partWords } from '../chains.ts'
import type { Approval } from '../contract.ts'
import { FormDialog } from './FormDialog.tsx'
import { itemWords } from './item-words.ts'
import { DayField } from './StepDialogs.tsx'
import type { ApprovalActs } from './use-approvals.ts'

type Given = {
  name: string
  authority?: string
  part: Part | ''
  limitDays?: number | null
  acceptedOn?: string
  decidedOn?: string
  outcome?: Outcome
  certificateNo?: string
}

type ApprovalDialogProps = {
  /** To be changed; without one, a matter is added. */
  approval?: Approval | undefined
  today: string
  acts: ApprovalActs
  onClose: () => void
}

/** A matter whole: to add one by hand, or to correct any of it. */
export function ApprovalDialog({ approval, today, acts, onClose }: ApprovalDialogProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const isDecided = approval?.outcome != null

  function send(given: Given) {
    const common = {
      name: given.name,
      authority: given.authority?.trim() ? given.authority : null,
      part: given.part || null,
      limitDays: given.limitDays ?? null,
      acceptedOn: given.acceptedOn || null,
    }
    if (!approval) return acts.add.mutateAsync(common)
    const decision = isDecided
      ? {
          decidedOn: given.decidedOn || null,
          outcome: given.decidedOn ? (given.outcome ?? 'granted') : null,
          certificateNo: given.certificateNo?.trim() ? given.certificateNo : null,
        }
      : {}
    return acts.change.mutateAsync({ id: approval.id, revision: approval.revision, ...common, ...decision })
  }

  return (
    <FormDialog<Given>
      title={approval ? t('editOf', { name: itemWords(approval, language).name }) : t('add')}
      ok={approval ? t('save') : t('add')}
      initial={{
        name: approval?.name ?? '',
        authority: approval?.authority ?? '',
        part: approval?.part ?? '',
        limitDays: approval?.limitDays ?? null,
        acceptedOn: approval?.acceptedOn ?? '',
        decidedOn: approval?.decidedOn ?? '',
        certificateNo: approval?.certificateNo ?? '',
        ...(approval?.outcome ? { outcome: approval.outcome } : {}),
      }}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('required', { what: t('name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="authority" label={t('authority')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="part" label={t('part')}>
        <Select
          options={[
            ...parts.map((part) => ({ value: part, label: partWords[part][language] })),
            { value: '', label: t('none') },
          ]}
        />
      </Form.Item>
      <Form.Item name="limitDays" label={t('ownLimit')} extra={t('limitHint')}>
        <InputNumber min={1} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <DayField name="acceptedOn" label={t('acceptedOn')} max={today} isRequired={false} />
      {isDecided && (
        <>
          <DayField name="decidedOn" label={t('decidedOn')} max={today} isRequired={false} />
          <Form.Item name="outcome" label={t('outcome')}>
            <Select options={outcomes.map((value) => ({ value, label: t(value) }))} />
          </Form.Item>
          <Form.Item name="certificateNo" label={t('certificateNo')}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
