import { Form, InputNumber, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Preconditions } from '../contract.ts'

type ValueFieldsProps = { label: string; indicator: Preconditions['indicators'][number] | undefined }

/** A number and its unit, as `value` and `unit` of a form, in the units that an indicator can be told in. */
export function ValueFields({ label, indicator }: ValueFieldsProps) {
  const t = useWords('preconditions')
  return (
    <div className="zt-dialog-line">
      <Form.Item name="value" label={label} rules={[{ required: true, message: t('promise.valueNeeded') }]}>
        <InputNumber<string> stringMode controls={false} min="0" max="99999999999999" />
      </Form.Item>
      <Form.Item name="unit" label={t('promise.unit')}>
        <Select
          options={(indicator?.units ?? []).map((unit) => ({
            value: unit,
            label: unit === '1' ? t('noUnit') : unit,
          }))}
        />
      </Form.Item>
    </div>
  )
}
