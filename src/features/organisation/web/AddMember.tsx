import { Alert, App, Form, Input, Modal } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { MemberInput } from '../contract.ts'
import { PostFields } from './PostFields.tsx'
import type { Branch } from './unit-tree.ts'
import { usePeopleActs } from './use-people.ts'

type AddMemberProps = { branches: readonly Branch[]; unitId: string | undefined; onClose: () => void }

export function AddMember({ branches, unitId, onClose }: AddMemberProps) {
  const t = useWords('organisation')
  const { message } = App.useApp()
  const { addMember } = usePeopleActs()
  const [form] = Form.useForm<MemberInput>()
  const name = Form.useWatch('name', form)?.trim()
  const required = (what: string) => ({ required: true, whitespace: true, message: t('required', { what }) })

  async function add(given: MemberInput) {
    await addMember.mutateAsync({ ...given, name: given.name.trim(), login: given.login.trim() })
    message.success(t('added', { name: given.name.trim() }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('addMember')}
      okText={name ? t('addNamed', { name }) : t('addMember')}
      cancelText={t('cancel')}
      confirmLoading={addMember.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form
        form={form}
        className="zt-people-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ unitId }}
        onFinish={(given) => void add(given).catch(() => {})}
      >
        <Form.Item name="name" label={t('name')} rules={[required(t('name'))]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('login')}
          extra={t('loginHint')}
          rules={[required(t('login')), { pattern: /^\s*[a-z0-9._-]{2,40}\s*$/, message: t('loginForm') }]}
        >
          <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          extra={t('passwordHint')}
          rules={[required(t('password')), { min: 8, message: t('tooShort') }]}
        >
          <Input maxLength={200} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <PostFields branches={branches} />
        {addMember.error && <Alert type="error" title={addMember.error.message} />}
      </Form>
    </Modal>
  )
}
