import { Form, Input, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import type { Blocker } from '../contract.ts'
import { type BlockerKind, blockerKinds, kindWords } from '../kinds.ts'
import { type Level, levelWords } from '../ladder.ts'
import type { BlockerActs } from './use-blockers.ts'

type Given = { title: string; detail?: string; kind: BlockerKind; level?: Level; wantedOn?: string }
type BlockerDialogProps = {
  /** To be changed; without it a new one is raised. */
  blocker?: Blocker
  initial?: Partial<Given>
  today: string
  raiseAt?: readonly Level[]
  acts: BlockerActs
  onClose: () => void
}

/** A new blocker, or what was said of one set right. */
export function BlockerDialog({ blocker, initial, today, raiseAt = [], acts, onClose }: BlockerDialogProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const send = ({ detail, wantedOn, level, ...given }: Given) => {
    const facts = { ...given, detail: detail?.trim() || null, wantedOn: wantedOn || null }
    return blocker
      ? acts.amend.mutateAsync({ id: blocker.id, revision: blocker.revision, ...facts })
      : acts.raise.mutateAsync({ ...facts, ...(level ? { level } : {}) })
  }
  const start: Partial<Given> = blocker
    ? {
        title: blocker.title,
        detail: blocker.detail ?? '',
        kind: blocker.kind,
        wantedOn: blocker.wantedOn ?? '',
      }
    : { level: 'officer', ...initial }
  return (
    <FormDialog<Given>
      title={blocker ? t('editOf', { title: blocker.title }) : t('raiseTitle')}
      ok={t(blocker ? 'save' : 'raise')}
      initial={start}
      onSend={send}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('title')}
        extra={t('titleHint')}
        rules={[{ required: true, whitespace: true, message: t('required', { what: t('title') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="kind"
        label={t('kind')}
        rules={[{ required: true, message: t('required', { what: t('kind') }) }]}
      >
        <Select options={blockerKinds.map((value) => ({ value, label: kindWords[value][language] }))} />
      </Form.Item>
      <Form.Item name="detail" label={t('detail')} extra={t('detailHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {!blocker && raiseAt.length > 1 && (
        <Form.Item name="level" label={t('raisedAtLevel')}>
          <Select options={raiseAt.map((value) => ({ value, label: levelWords[value][language] }))} />
        </Form.Item>
      )}
      <WantedField today={today} />
    </FormDialog>
  )
}

function WantedField({ today }: { today: string }) {
  const t = useWords('blockers')
  const wantedOn: string | undefined = Form.useWatch('wantedOn')
  return (
    <Form.Item
      name="wantedOn"
      label={t('wantedOn')}
      extra={wantedOn && wantedOn < today ? t('wantedPast') : undefined}
    >
      <Input type="date" />
    </Form.Item>
  )
}
