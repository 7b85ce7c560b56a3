import { Alert, App, DatePicker, Form, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useWords } from '../../../web/i18n/index.ts'
import type { Plan } from '../plan-contract.ts'
import { usePlanActs } from './use-plans.ts'

type AdoptDialogProps = { plan: Plan; onClose: () => void }

const usualMonths = 6

/** Keeps every place of the plan for its project until a day. */
export function AdoptDialog({ plan: { id, name, revision, answer }, onClose }: AdoptDialogProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const { adopt } = usePlanActs()
  const [form] = Form.useForm<{ until: Dayjs }>()
  const count = answer.placed.length

  async function keep({ until }: { until: Dayjs }) {
    await adopt.mutateAsync({ id, revision, untilOn: until.format('YYYY-MM-DD') })
    message.success(t('plan.adopt.done', { count }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('plan.adopt.title', { name })}
      okText={t('plan.adopt.ok')}
      cancelText={t('cancel')}
      confirmLoading={adopt.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-quiet">{t('plan.adopt.hint', { count })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ until: dayjs().add(usualMonths, 'month') }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <Form.Item
          name="until"
          label={t('plan.adopt.until')}
          rules={[{ required: true, message: t('plan.adopt.until') }]}
        >
          <DatePicker disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
        </Form.Item>
        {adopt.error && <Alert type="error" title={adopt.error.message} />}
      </Form>
    </Modal>
  )
}
