import { Alert, App, Form, Input, Modal } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Member, Post } from '../contract.ts'
import { roleWords } from './role-words.ts'
import { usePeopleActs } from './use-people.ts'

type EndPostProps = { member: Member; post: Post; unit: string; today: string; onClose: () => void }

/** A post ends on a day and stays in the history. */
export function EndPost({ member, post, unit, today, onClose }: EndPostProps) {
  const t = useWords('organisation')
  const { message } = App.useApp()
  const { endPost } = usePeopleActs()
  const [form] = Form.useForm<{ toOn: string }>()

  async function end({ toOn }: { toOn: string }) {
    await endPost.mutateAsync({ id: post.id, revision: post.revision, toOn })
    message.success(t('ended'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('endPostOf', { name: member.name })}
      okText={t('endPost')}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      confirmLoading={endPost.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <p>
        {t('frame:post', { unit, role: t(roleWords(post.role)) })}{' '}
        <span className="zt-quiet">{t('since', { from: post.fromOn })}</span>
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ toOn: post.toOn ?? today }}
        onFinish={(given) => void end(given).catch(() => {})}
      >
        <Form.Item
          name="toOn"
          label={t('lastDay')}
          rules={[{ required: true, message: t('required', { what: t('lastDay') }) }]}
        >
          <Input type="date" min={post.fromOn} />
        </Form.Item>
        {endPost.error && <Alert type="error" title={endPost.error.message} />}
      </Form>
    </Modal>
  )
}
