import { Button, Form, Input, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { useHeld } from './HandOverFields.tsx'
import type { KnownUnit } from './step-units.ts'
import { UnitItem } from './UnitItem.tsx'

/** The parts of a split, each with the groups, people and projects that it takes; one part takes the rest. */
export function SplitFields({ units, on }: { units: readonly KnownUnit[]; on: string }) {
  const t = useWords('reorganisation')
  const unitId = Form.useWatch('unitId')
  const held = useHeld(unitId, units, on)
  const groups = units
    .filter((unit) => unit.parentId === unitId)
    .map(({ id, name }) => ({ value: id, label: name }))
  const parts = (Form.useWatch('parts') ?? []) as ({ name?: string } | undefined)[]
  const several = (at: number, name: string, label: string, options: { value: string; label: string }[]) =>
    options.length > 0 && (
      <Form.Item name={[at, name]} label={label}>
        <Select mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} allowClear />
      </Form.Item>
    )
  return (
    <>
      <UnitItem name="unitId" label={t('unit')} units={units} />
      <Form.List name="parts" initialValue={[{}, {}]}>
        {(fields, { add }) => (
          <>
            {fields.map((field, at) => (
              <fieldset key={field.key}>
                <legend>{t('part', { number: at + 1 })}</legend>
                <Form.Item
                  name={[field.name, 'name']}
                  label={t('newName')}
                  rules={[{ required: true, whitespace: true, message: t('required') }]}
                >
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
                {several(field.name, 'groupIds', t('groupsOf'), groups)}
                {several(field.name, 'memberIds', t('members'), held.members)}
                {several(field.name, 'projectIds', t('projects'), held.projects ?? [])}
                {several(field.name, 'territoryIds', t('territories:title'), held.territories)}
              </fieldset>
            ))}
            <Button size="small" onClick={() => add({})}>
              {t('addPart')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="rest" label={t('rest')} initialValue={0}>
        <Select
          options={parts.map((part, value) => ({
            value,
            label: part?.name || t('part', { number: value + 1 }),
          }))}
        />
      </Form.Item>
      <p className="zt-quiet">{t('splitGoals')}</p>
    </>
  )
}
