import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { standingWords } from '../../projects/stages.ts'
import { type Evidence, reasonedStandings, type StandingInput } from '../contract.ts'
import { useEvidenceActs } from './use-evidence.ts'

type Given = { to: StandingInput['to']; reason?: string; note?: string }

/** On hold, lost, rescinded with a reason of the zone's list; or under way again. */
export function StandingDialog({
  projectId,
  evidence,
  onClose,
}: {
  projectId: string
  evidence: Evidence
  onClose: () => void
}) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { halt } = useEvidenceActs(projectId)
  const [form] = Form.useForm<Given>()
  const first = evidence.standing === 'ongoing' ? 'onHold' : 'ongoing'
  const to = Form.useWatch('to', form) ?? first
  const reasons = evidence.reasons.find((one) => one.standing === to)?.reasons ?? []
  const choices = (['ongoing', ...reasonedStandings] as const).filter((one) => one !== evidence.standing)

  async function change({ reason, note, ...given }: Given) {
    await halt.mutateAsync({ from: evidence.standing, ...given, reason: reason ?? null, note: note || null })
    message.success(t('halt.done', { to: standingWords[to][language] }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('halt.title')}
      okText={t('halt.change', { to: standingWords[to][language] })}
      cancelText={t('cancel')}
      confirmLoading={halt.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: first }}
        onFinish={(given) => void change(given).catch(() => {})}
      >
        <Form.Item name="to" label={t('halt.to')}>
          <Select
            onChange={() => form.resetFields(['reason'])}
            options={choices.map((one) => ({ value: one, label: standingWords[one][language] }))}
          />
        </Form.Item>
        {to !== 'ongoing' && (
          <Form.Item
            name="reason"
            label={t('halt.reason')}
            rules={[{ required: true, message: t('halt.reason') }]}
          >
            <Select
              options={reasons.map(({ zh, en }) => ({
                value: zh,
                label: language === 'en' ? (en ?? zh) : zh,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('halt.note')} rules={[{ min: 2, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {halt.error && <Alert type="error" title={halt.error.message} />}
      </Form>
    </Modal>
  )
}
