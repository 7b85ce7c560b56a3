import { Alert, App, Form, Input, Modal, Radio } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { CheckedRule } from '../contract.ts'
import { ruleName } from '../model/rule-words.ts'
import { usePreconditionActs } from './use-preconditions.ts'

type Given = { holds: boolean; note?: string }
type ConfirmDialogProps = { projectId: string; row: CheckedRule; onClose: () => void }

/** Under one's own name: a condition holds, or does not. */
export function ConfirmDialog({ projectId, row, onClose }: ConfirmDialogProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { confirm } = usePreconditionActs(projectId)
  const [form] = Form.useForm<Given>()
  const { setId, setRevision, rule } = row

  async function say({ holds, note }: Given) {
    const said = note?.trim() ? { note: note.trim() } : {}
    await confirm.mutateAsync({ setId, setRevision, ruleId: rule.id, holds, ...said })
    message.success(t('confirm.done'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('confirm.title')}
      okText={t('confirm.ok')}
      cancelText={t('cancel')}
      confirmLoading={confirm.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-dialog-rule">{ruleName(rule, language)}</p>
      <p className="zt-quiet">{t('confirm.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void say(given).catch(() => {})}
      >
        <Form.Item
          name="holds"
          label={t('confirm.holds')}
          rules={[{ required: true, message: t('confirm.choose') }]}
        >
          <Radio.Group
            options={[
              { value: true, label: t('confirm.yes') },
              { value: false, label: t('confirm.no') },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={t('confirm.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {confirm.error && <Alert type="error" title={confirm.error.message} />}
      </Form>
    </Modal>
  )
}
