import { Alert, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { stages, stageWords } from '../../projects/stages.ts'
import type { Plan } from '../plan-contract.ts'
import { draftOf, inputOf, newDraft, type PlanDraft, weightsOf, weightsText } from './plan-draft.ts'
import { QuotaFields } from './QuotaFields.tsx'
import { ThresholdFields } from './ThresholdFields.tsx'
import { usePlanActs } from './use-plans.ts'
import { WeightRow } from './WeightRow.tsx'

type PlanFormProps = {
  /** A plan to change. */
  from: Plan | null
  onStarted: (runId: string) => void
  onClose: () => void
}

const mostNameLetters = 100
/** Of another plan’s name, beside the words that say it was changed. */
const keptLetters = mostNameLetters - 10

/** Which projects, what weighs how much, how near to the best, how long, and what a corps gets at most. */
export function PlanForm({ from, onStarted, onClose }: PlanFormProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const { start } = usePlanActs()
  const [form] = Form.useForm<PlanDraft>()
  const [weights, setWeights] = useState(from ? weightsText(from.asked.weights) : undefined)
  const projectIds = from?.asked.projectIds ?? null
  const needed = (what: string) => [{ required: true, message: what }]

  return (
    <Modal
      open
      title={t('plan.form.title')}
      okText={t('plan.form.ok')}
      cancelText={t('cancel')}
      confirmLoading={start.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={680}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          from
            ? draftOf(from, t('plan.change.name', { name: from.name.slice(0, keptLetters) }))
            : newDraft((day) => t('plan.form.usualName', { day }))
        }
        onFinish={(draft) =>
          void start
            .mutateAsync(inputOf(draft, weights, projectIds))
            .then(({ id }) => onStarted(id))
            .catch(() => {})
        }
      >
        <Form.Item name="name" label={t('plan.form.name')} rules={needed(t('plan.form.name'))}>
          <Input maxLength={mostNameLetters} />
        </Form.Item>
        {projectIds ? (
          <p>{t('plan.change.named', { count: projectIds.length })}</p>
        ) : (
          <Form.Item
            name="stages"
            label={t('plan.form.stages')}
            extra={t('plan.form.stagesHint')}
            rules={needed(t('plan.form.stages'))}
          >
            <Select
              mode="multiple"
              options={stages.map((stage) => ({ value: stage, label: stageWords[stage][language] }))}
            />
          </Form.Item>
        )}
        <WeightRow weights={weightsOf(weights)} onChange={setWeights} />
        <div className="zt-dialog-line zt-plan-limits">
          <Form.Item name="gapPercent" label={t('plan.form.gap')} rules={needed(t('plan.form.gap'))}>
            <InputNumber<number> min={0} max={50} step={0.1} controls={false} />
          </Form.Item>
          <Form.Item name="mostSeconds" label={t('plan.form.seconds')} rules={needed(t('plan.form.seconds'))}>
            <InputNumber<number> min={1} max={600} precision={0} controls={false} />
          </Form.Item>
        </div>
        <Form.Item name="acceptUnknown" valuePropName="checked" extra={t('plan.form.acceptUnknownHint')}>
          <Checkbox>{t('plan.form.acceptUnknown')}</Checkbox>
        </Form.Item>
        <QuotaFields />
        <ThresholdFields />
        {start.error && <Alert type="error" title={start.error.message} />}
      </Form>
    </Modal>
  )
}
