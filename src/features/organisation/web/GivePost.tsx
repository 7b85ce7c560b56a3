import { Alert, App, Form, Input, Modal } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Member, PostInput } from '../contract.ts'
import { PostFields } from './PostFields.tsx'
import type { Branch } from './unit-tree.ts'
import { usePeopleActs } from './use-people.ts'

type GivePostProps = { member: Member; branches: readonly Branch[]; today: string; onClose: () => void }

export function GivePost({ member, branches, today, onClose }: GivePostProps) {
  const t = useWords('organisation')
  const { message } = App.useApp()
  const { givePost } = usePeopleActs()
  const [form] = Form.useForm<PostInput>()
  const title = t('givePostTo', { name: member.name })

  async function give(given: PostInput) {
    await givePost.mutateAsync({ ...given, memberId: member.id, toOn: given.toOn || null })
    message.success(t('given', { name: member.name }))
    onClose()
  }

  return (
    <Modal
      open
      title={title}
      okText={t('givePost')}
      cancelText={t('cancel')}
      confirmLoading={givePost.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form
        form={form}
        className="zt-people-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ fromOn: today }}
        onFinish={(given) => void give(given).catch(() => {})}
      >
        <PostFields branches={branches} />
        <Form.Item
          name="fromOn"
          label={t('fromOn')}
          rules={[{ required: true, message: t('required', { what: t('fromOn') }) }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="toOn" label={t('toOn')} extra={t('untilChanged')}>
          <Input type="date" />
        </Form.Item>
        {givePost.error && <Alert type="error" title={givePost.error.message} />}
      </Form>
    </Modal>
  )
}
