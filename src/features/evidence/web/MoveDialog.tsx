import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Stage, stages, stageWords } from '../../projects/stages.ts'
import type { Evidence } from '../contract.ts'
import { missingWords } from '../model/missing-words.ts'
import { useEvidenceActs } from './use-evidence.ts'
import './stage-door.css'

type Given = { to: Stage; reason: string }

/** Back to an earlier stage, or over some: with a reason. */
export function MoveDialog({
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
  const { enter } = useEvidenceActs(projectId)
  const [form] = Form.useForm<Given>()
  const to = Form.useWatch('to', form)
  const here = stages.indexOf(evidence.stage)
  const isLeap = to !== undefined && stages.indexOf(to) > here
  const missing = isLeap ? (evidence.stages.find((one) => one.stage === to)?.missing ?? []) : []
  const word = to ? stageWords[to][language] : ''

  async function move(given: Given) {
    await enter.mutateAsync({ from: evidence.stage, ...given })
    message.success(t('door.done', { stage: word }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('move.title')}
      okText={to ? t(isLeap ? 'move.leap' : 'move.back', { to: word }) : t('move.choose')}
      okButtonProps={{ disabled: !to || missing.length > 0 }}
      cancelText={t('cancel')}
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void move(given).catch(() => {})}
      >
        <Form.Item name="to" label={t('move.to')}>
          <Select
            options={stages
              .filter((_, place) => place < here || place > here + 1)
              .map((stage) => ({ value: stage, label: stageWords[stage][language] }))}
          />
        </Form.Item>
        {isLeap && (
          <Form.Item>
            <p className="zt-quiet">{t('move.leapText')}</p>
            <ul className="zt-missing">
              {missing.map((one) => (
                <li key={`${one.what} ${one.milestone} ${one.papers.join()}`}>
                  ○ {missingWords(one, language)}
                </li>
              ))}
            </ul>
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('move.reason')}
          extra={t('move.reasonHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('move.reason') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {enter.error && <Alert type="error" title={enter.error.message} />}
      </Form>
    </Modal>
  )
}
