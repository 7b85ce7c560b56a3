import { Alert, App, DatePicker, Form, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useWords } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { useReservations } from './use-places.ts'

type Given = { until: Dayjs }
type ReserveDialogProps = { projectId: string; place: RankedPlace; onClose: () => void }

const usualMonths = 6

/** Keeps a place until a day; then it is free again by itself. */
export function ReserveDialog({ projectId, place, onClose }: ReserveDialogProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const { reserve } = useReservations(projectId)
  const [form] = Form.useForm<Given>()
  const idsOf = (kind: 'parcel' | 'room') =>
    place.parts.filter((part) => part.kind === kind).map(({ id }) => id)

  async function keep({ until }: Given) {
    await reserve.mutateAsync({
      parcelIds: idsOf('parcel'),
      roomIds: idsOf('room'),
      // Of a parcel that somebody has a part of, what is left of it; never a hair more than there is.
      areaM2: idsOf('parcel').length === 1 ? (Math.floor(place.areaM2 * 100) / 100).toFixed(2) : null,
      untilOn: until.format('YYYY-MM-DD'),
    })
    message.success(t('reserved.done'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('reserved.dialog', { place: place.parts.map(({ label }) => label).join(' + ') })}
      okText={t('reserved.ok')}
      cancelText={t('cancel')}
      confirmLoading={reserve.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <p className="zt-quiet">{t('reserved.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ until: dayjs().add(usualMonths, 'month') }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <Form.Item
          name="until"
          label={t('reserved.untilLabel')}
          rules={[{ required: true, message: t('reserved.untilLabel') }]}
        >
          <DatePicker disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
        </Form.Item>
        {reserve.error && <Alert type="error" title={reserve.error.message} />}
      </Form>
    </Modal>
  )
}
