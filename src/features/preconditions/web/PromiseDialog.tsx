import { Alert, App, Button, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { checkStages } from '../../../engine/land-rules/rule.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Preconditions, PromiseInput } from '../contract.ts'
import { usePreconditionActs } from './use-preconditions.ts'
import { ValueFields } from './ValueFields.tsx'

type Given = Pick<PromiseInput, 'value' | 'unit' | 'checkStage' | 'source'> & {
  indicator: string
  due?: Dayjs | null
}
type PromiseDialogProps = {
  projectId: string
  check: Preconditions
  indicator: string | undefined
  onClose: () => void
}

/** What a project promises of one indicator: new, or another value for the one there is. */
export function PromiseDialog({ projectId, check, indicator, onClose }: PromiseDialogProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { promise: act, withdraw } = usePreconditionActs(projectId)
  const [form] = Form.useForm<Given>()
  const chosen = Form.useWatch('indicator', form) ?? indicator
  const known = check.indicators.find(({ key }) => key === chosen)
  const before = check.promises.find((one) => one.indicator === chosen)
  const problem = act.error ?? withdraw.error

  async function keep({ due, ...given }: Given) {
    await act.mutateAsync({
      ...given,
      source: given.source.trim(),
      dueOn: due?.format('YYYY-MM-DD') ?? null,
      revision: before?.revision ?? null,
    })
    message.success(t('promise.done'))
    onClose()
  }
  async function drop() {
    if (!before) return
    await withdraw.mutateAsync({ indicator: before.indicator, revision: before.revision })
    message.success(t('promise.withdrawn'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('promise.dialog')}
      okText={t('promise.ok')}
      cancelText={t('cancel')}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ indicator, value: before?.value, unit: before?.unit ?? known?.unit },
          ...{ checkStage: before?.checkStage ?? 'fullCapacity', source: before?.source },
          due: before?.dueOn ? dayjs(before.dueOn) : null,
        }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <Form.Item
          name="indicator"
          label={t('promise.indicator')}
          extra={known?.formula[language]}
          rules={[{ required: true, message: t('promise.choose') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            disabled={indicator !== undefined}
            options={check.indicators.map(({ key, words }) => ({ value: key, label: words[language] }))}
            onChange={(key: string) =>
              form.setFieldValue('unit', check.indicators.find((one) => one.key === key)?.unit)
            }
          />
        </Form.Item>
        <ValueFields label={t('promise.value')} indicator={known} />
        <div className="zt-dialog-line">
          <Form.Item name="checkStage" label={t('promise.checkStage')}>
            <Select options={checkStages.map((value) => ({ value, label: t(`checkStage.${value}`) }))} />
          </Form.Item>
          <Form.Item name="due" label={t('promise.dueOn')}>
            <DatePicker />
          </Form.Item>
        </div>
        <Form.Item
          name="source"
          label={t('promise.source')}
          extra={t('promise.sourceHint')}
          rules={[{ required: true, whitespace: true, message: t('promise.sourceNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        {problem && <Alert type="error" title={problem.message} />}
        {before && (
          <Button type="text" danger loading={withdraw.isPending} onClick={() => void drop().catch(() => {})}>
            {t('promise.withdraw')}
          </Button>
        )}
      </Form>
    </Modal>
  )
}
