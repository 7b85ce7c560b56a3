import { Alert, App, Form, Input, Modal } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Paper } from '../../evidence/contract.ts'
import type { CheckedRule } from '../contract.ts'
import { ruleWords } from '../model/rule-words.ts'
import { PaperField } from './PaperField.tsx'
import { usePreconditionActs } from './use-preconditions.ts'

type Given = { reason: string; paperId: string }
type ExemptDialogProps = {
  projectId: string
  row: CheckedRule
  papers: readonly Paper[]
  onClose: () => void
}

/** A director decides that this project need not keep this rule: for a reason, on a paper, to be seen for ever. */
export function ExemptDialog({ projectId, row, papers, onClose }: ExemptDialogProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { exempt } = usePreconditionActs(projectId)
  const [form] = Form.useForm<Given>()
  const { setId, setRevision, rule } = row

  async function decide({ reason, paperId }: Given) {
    await exempt.mutateAsync({ setId, setRevision, ruleId: rule.id, reason: reason.trim(), paperId })
    message.success(t('exempt.done'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('exempt.title')}
      okText={t('exempt.ok')}
      okButtonProps={{ disabled: papers.length === 0 }}
      cancelText={t('cancel')}
      confirmLoading={exempt.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-dialog-rule">{ruleWords(row, language)}</p>
      <p className="zt-quiet">{t('exempt.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void decide(given).catch(() => {})}
      >
        <Form.Item
          name="reason"
          label={t('exempt.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('exempt.reasonNeeded') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        <PaperField papers={papers} label={t('paper')} isNeeded />
        {exempt.error && <Alert type="error" title={exempt.error.message} />}
      </Form>
    </Modal>
  )
}
