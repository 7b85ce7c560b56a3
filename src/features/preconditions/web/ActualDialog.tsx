import { Alert, App, DatePicker, Form, Input, Modal } from 'antd'
import type { Dayjs } from 'dayjs'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Paper } from '../../evidence/contract.ts'
import type { ActualInput, KeptPromise, Preconditions } from '../contract.ts'
import { PaperField } from './PaperField.tsx'
import { useActual } from './use-promises.ts'
import { ValueFields } from './ValueFields.tsx'

type Given = Pick<ActualInput, 'value' | 'unit' | 'source'> & { on: Dayjs; paperId?: string }
type ActualDialogProps = {
  promise: KeptPromise
  indicators: Preconditions['indicators']
  papers: readonly Paper[]
  onClose: () => void
}

/** What came of a promise, measured on a day: from a statement, an acceptance, a count. */
export function ActualDialog({ promise, indicators, papers, onClose }: ActualDialogProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const act = useActual(promise.projectId)
  const [form] = Form.useForm<Given>()
  const known = indicators.find(({ key }) => key === promise.indicator)

  async function keep({ on, paperId, ...given }: Given) {
    await act.mutateAsync({
      ...given,
      indicator: promise.indicator,
      source: given.source.trim(),
      measuredOn: on.format('YYYY-MM-DD'),
      paperId: paperId ?? null,
    })
    message.success(t('promise.done'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('actual.title', { indicator: known?.words[language] ?? promise.indicator })}
      okText={t('promise.ok')}
      cancelText={t('cancel')}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-quiet">{t('actual.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unit: promise.unit }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <ValueFields label={t('kept.actual')} indicator={known} />
        <Form.Item
          name="on"
          label={t('actual.on')}
          rules={[{ required: true, message: t('review.dayNeeded') }]}
        >
          <DatePicker disabledDate={(day) => day.valueOf() > Date.now()} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('promise.source')}
          extra={t('actual.sourceHint')}
          rules={[{ required: true, whitespace: true, message: t('promise.sourceNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <PaperField papers={papers} label={t('actual.paper')} />
        {act.error && <Alert type="error" title={act.error.message} />}
      </Form>
    </Modal>
  )
}
