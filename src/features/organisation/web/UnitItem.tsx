import { Form, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { KnownUnit } from './step-units.ts'

type UnitItemProps = {
  name: string
  label: string
  units: readonly KnownUnit[]
  several?: boolean
  /** Before the units: other things that can be chosen. */
  others?: readonly { value: string; label: string }[]
  optional?: string
}

/** A unit, or several, out of those of the day. */
export function UnitItem({ name, label, units, several = false, others = [], optional }: UnitItemProps) {
  const t = useWords('reorganisation')
  const rule = several
    ? { required: true, type: 'array' as const, min: 2, message: t('required') }
    : { required: true, message: t('required') }
  return (
    <Form.Item name={name} label={label} rules={optional ? [] : [rule]}>
      <Select
        {...(several ? { mode: 'multiple' as const } : {})}
        allowClear={Boolean(optional)}
        placeholder={optional ?? t('choose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...others, ...units.map((unit) => ({ value: unit.id, label: labelOf(unit, units) }))]}
      />
    </Form.Item>
  )
}

/** Groups of several corps have one name: theirs is told with it. */
function labelOf({ name, parentId, kind }: KnownUnit, units: readonly KnownUnit[]) {
  const parent = kind === 'corps' ? undefined : units.find((unit) => unit.id === parentId)
  return parent && parent.kind !== 'zone_office' ? `${parent.name} · ${name}` : name
}
