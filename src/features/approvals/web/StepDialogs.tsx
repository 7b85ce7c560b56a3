import { Form, Input, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Outcome, outcomes, type Turn, turns } from '../chains.ts'
import type { Approval, Stop } from '../contract.ts'
import { FormDialog } from './FormDialog.tsx'
import { itemWords } from './item-words.ts'
import type { ApprovalActs } from './use-approvals.ts'

type StepProps = { approval: Approval; today: string; acts: ApprovalActs; onClose: () => void }

export function DayField({ name, label, min, max, extra, isRequired = true }: DayFieldProps) {
  const t = useWords('approvals')
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={isRequired ? [{ required: true, message: t('required', { what: label }) }] : []}
    >
      <Input type="date" min={min} max={max} />
    </Form.Item>
  )
}
type DayFieldProps = {
  name: string
  label: string
  min?: string | undefined
  max: string
  extra?: string
  isRequired?: boolean
}

export function AcceptDialog({ approval, today, acts, onClose }: StepProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  return (
    <FormDialog<{ acceptedOn: string }>
      title={t('acceptOf', { name: itemWords(approval, language).name })}
      ok={t('accept')}
      initial={{ acceptedOn: today }}
      onSend={({ acceptedOn }) =>
        acts.change.mutateAsync({ id: approval.id, revision: approval.revision, acceptedOn })
      }
      onClose={onClose}
    >
      <DayField name="acceptedOn" label={t('acceptedOn')} max={today} />
    </FormDialog>
  )
}

export function DecideDialog({ approval, today, acts, onClose }: StepProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  type Decision = { decidedOn: string; outcome: Outcome; certificateNo?: string }
  return (
    <FormDialog<Decision>
      title={t('decideOf', { name: itemWords(approval, language).name })}
      ok={t('decide')}
      initial={{ decidedOn: today, outcome: 'granted', certificateNo: approval.certificateNo ?? '' }}
      onSend={({ certificateNo, ...given }) =>
        acts.change.mutateAsync({
          id: approval.id,
          revision: approval.revision,
          ...given,
          certificateNo: certificateNo || null,
        })
      }
      onClose={onClose}
    >
      <DayField name="decidedOn" label={t('decidedOn')} min={approval.acceptedOn ?? undefined} max={today} />
      <Form.Item name="outcome" label={t('outcome')}>
        <Select options={outcomes.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="certificateNo" label={t('certificateNo')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  )
}

/** A new stop, or one to be corrected. */
export function StopDialog({
  approval,
  stop,
  today,
  acts,
  onClose,
}: StepProps & { stop?: Stop | undefined }) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  type Given = { fromOn: string; toOn?: string; turn: Turn; reason: string }
  return (
    <FormDialog<Given>
      title={stop ? t('editStop') : t('stopOf', { name: itemWords(approval, language).name })}
      ok={stop ? t('save') : t('stop')}
      initial={
        stop
          ? { fromOn: stop.fromOn, toOn: stop.toOn ?? '', turn: stop.turn, reason: stop.reason }
          : { fromOn: today, toOn: '', turn: 'owner', reason: '' }
      }
      onSend={({ toOn, ...given }) =>
        stop
          ? acts.changeStop.mutateAsync({
              id: stop.id,
              revision: stop.revision,
              ...given,
              toOn: toOn || null,
            })
          : acts.stop.mutateAsync({ id: approval.id, ...given, toOn: toOn || null })
      }
      onClose={onClose}
    >
      <Form.Item name="turn" label={t('turn')}>
        <Select
          options={turns.map((value) => ({
            value,
            label: t(value === 'owner' ? 'turnOwner' : 'turnReview'),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('required', { what: t('reason') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <DayField name="fromOn" label={t('fromOn')} min={approval.acceptedOn ?? undefined} max={today} />
      <DayField
        name="toOn"
        label={t('toOn')}
        max={today}
        extra={`${t('stillStands')} · ${t('stopRule')}`}
        isRequired={false}
      />
    </FormDialog>
  )
}

export function ResumeDialog({ approval, stop, today, acts, onClose }: StepProps & { stop: Stop }) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  return (
    <FormDialog<{ toOn: string }>
      title={t('resumeOf', { name: itemWords(approval, language).name })}
      ok={t('resume')}
      initial={{ toOn: today }}
      onSend={({ toOn }) => acts.changeStop.mutateAsync({ id: stop.id, revision: stop.revision, toOn })}
      onClose={onClose}
    >
      <DayField name="toOn" label={t('toOn')} min={stop.fromOn} max={today} extra={t('stopRule')} />
    </FormDialog>
  )
}
