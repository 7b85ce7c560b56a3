import { Alert, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'

type FormDialogProps<V extends object> = {
  title: string
  ok: string
  initial: Partial<V>
  onSend: (values: V) => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

/** A few fields in a dialog; what the server refuses is said in it, and what was typed stays. */
export function FormDialog<V extends object>({
  title,
  ok,
  initial,
  onSend,
  onClose,
  children,
}: FormDialogProps<V>) {
  const t = useWords('approvals')
  const [form] = Form.useForm<V>()
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)

  async function send(values: V) {
    setProblem('')
    setSending(true)
    try {
      await onSend(values)
      onClose()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }

  return (
    <Modal
      open
      width={440}
      title={title}
      okText={ok}
      cancelText={t('cancel')}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => void send(values)}
      >
        {children}
        {problem && <Alert type="error" title={problem} />}
      </Form>
    </Modal>
  )
}
