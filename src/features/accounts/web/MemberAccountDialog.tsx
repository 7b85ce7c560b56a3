import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { showDay } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, KeyValue, LoadingBar } from '../../../web/ui/index.ts'
import type { MemberAccount } from '../contract.ts'
import { type MemberAct, useMemberAccount, useMemberAct } from './use-member-account.ts'

type DialogProps = { member: { id: string; name: string }; onClose: () => void }

/** The state of somebody's account, and what the security administrator can do to it; each with its reason. */
export function MemberAccountDialog({ member, onClose }: DialogProps) {
  const t = useWords('accounts')
  const account = useMemberAccount(member.id)
  const [act, setAct] = useState<MemberAct>()
  if (act) return <ActDialog member={member} act={act} onClose={() => setAct(undefined)} />
  return (
    <Modal open title={t('accountOf', { name: member.name })} footer={null} onCancel={onClose} width={440}>
      {account.isPending && <LoadingBar />}
      {account.error && <ErrorState quiet error={account.error} retry={() => void account.refetch()} />}
      {account.data && (
        <>
          <KeyValue columns={1} items={factsOf(t, account.data)} />
          <div className="zt-member-acts">
            {account.data.acts.map((one) => (
              <Button
                key={one}
                disabled={one === 'endSessions' && account.data.sessions === 0}
                onClick={() => setAct(one)}
              >
                {t(`act.${one}`)}
              </Button>
            ))}
          </div>
          {account.data.acts.length === 0 && <p className="zt-quiet">{t('ownElsewhere')}</p>}
        </>
      )}
    </Modal>
  )
}

const factsOf = (t: ReturnType<typeof useWords>, account: MemberAccount) => [
  { label: t('login'), value: account.login },
  {
    label: t('password'),
    value: t(account.firstPassword ? 'setByAdministrator' : 'setByOwner', {
      day: showDay(account.passwordSince),
    }),
  },
  {
    label: t('factor'),
    value: account.secondFactorSince
      ? t('factorOn', { day: showDay(account.secondFactorSince) })
      : t('factorNone'),
  },
  { label: t('sessions'), value: t('sessionCount', { count: account.sessions }) },
]

function ActDialog({ member, act, onClose }: DialogProps & { act: MemberAct }) {
  const t = useWords('accounts')
  const { message } = App.useApp()
  const [form] = Form.useForm<{ reason: string; password?: string }>()
  const send = useMemberAct(member.id, act)

  async function submit(given: { reason: string; password?: string }) {
    await send.mutateAsync(given)
    message.success(t(`actDone.${act}`, { name: member.name }))
    onClose()
  }

  return (
    <Modal
      open
      width={440}
      title={`${t(`act.${act}`)} · ${member.name}`}
      okText={t(`act.${act}`)}
      cancelText={t('cancel')}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void submit(given).catch(() => {})}
      >
        <p className="zt-quiet">{t(`actText.${act}`)}</p>
        {act === 'setPassword' && (
          <Form.Item
            name="password"
            label={t('firstPassword')}
            rules={[{ required: true, message: t('needFirstPassword') }]}
          >
            <Input maxLength={200} autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('needReason') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        {send.error && <Alert type="error" title={send.error.message} />}
      </Form>
    </Modal>
  )
}
