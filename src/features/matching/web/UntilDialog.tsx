import { Alert, DatePicker, Form, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useWords } from '../../../web/i18n/index.ts'

type UntilDialogProps = {
  title: string
  hint: string
  ok: string
  label: string
  isPending: boolean
  error: Error | null
  /** The last day, as 2022-03-01; what it rejects with is shown by `error`. */
  onKeep: (untilOn: string) => Promise<void>
  onClose: () => void
}

const usualMonths = 6

/** Asks until which day places are kept: half a year, unless told otherwise. */
export function UntilDialog({ title, hint, ok, label, isPending, error, onKeep, onClose }: UntilDialogProps) {
  const t = useWords('matching')
  const [form] = Form.useForm<{ until: Dayjs }>()
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t('cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-quiet">{hint}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ until: dayjs().add(usualMonths, 'month') }}
        onFinish={({ until }) => void onKeep(until.format('YYYY-MM-DD')).catch(() => {})}
      >
        <Form.Item name="until" label={label} rules={[{ required: true, message: label }]}>
          <DatePicker disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
        </Form.Item>
        {error && <Alert type="error" title={error.message} />}
      </Form>
    </Modal>
  )
}
