import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Step, StepKind } from '../reorganisation.ts'
import { CloseFields } from './CloseFields.tsx'
import { HandOverFields } from './HandOverFields.tsx'
import { unitKindWords } from './role-words.ts'
import { SplitFields } from './SplitFields.tsx'
import type { KnownUnit } from './step-units.ts'
import { type StepValues, stepOf } from './step-values.ts'
import { UnitItem } from './UnitItem.tsx'

const kinds: StepKind[] = ['rename', 'open', 'move', 'hand_over', 'split', 'merge', 'close']
const unitKinds = ['corps', 'sub_command', 'work_group', 'task_force', 'bureau'] as const

type StepFormProps = { units: readonly KnownUnit[]; on: string; onAdd: (step: Step) => void }

/** One step of an act: what kind, and what that kind asks. */
export function StepForm({ units, on, onAdd }: StepFormProps) {
  const t = useWords('reorganisation')
  const [form] = Form.useForm<StepValues>()
  const [kind, setKind] = useState<StepKind>()
  const required = [{ required: true, message: t('required') }]
  const intoNew = Form.useWatch('intoId', form) === 'new'
  const movable = units.filter((unit) => unit.kind !== 'zone_office')
  const merged = Form.useWatch('unitIds', form)
  const merging = units.filter(({ id }) => merged?.includes(id))
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="zt-step-form"
      onFinish={(values) => kind && onAdd(stepOf(kind, values, units))}
    >
      <Form.Item label={t('addStep')}>
        <Select
          value={kind}
          placeholder={t('choose')}
          aria-label={t('addStep')}
          onChange={(to: StepKind) => {
            form.resetFields()
            setKind(to)
          }}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </Form.Item>
      {kind === 'rename' && <UnitItem name="unitId" label={t('unit')} units={units} />}
      {kind === 'open' && (
        <>
          <Form.Item name="unitKind" label={t('unitKind')} rules={required} initialValue="corps">
            <Select options={unitKinds.map((value) => ({ value, label: t(unitKindWords(value)) }))} />
          </Form.Item>
          <UnitItem name="parentId" label={t('parent')} units={units} />
        </>
      )}
      {kind === 'move' && (
        <>
          <UnitItem name="unitId" label={t('unit')} units={movable} />
          <UnitItem name="parentId" label={t('parent')} units={units} />
        </>
      )}
      {(kind === 'rename' || kind === 'open') && (
        <Form.Item
          name="name"
          label={t('newName')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {kind === 'hand_over' && <HandOverFields units={units} on={on} />}
      {kind === 'split' && <SplitFields units={movable} on={on} />}
      {kind === 'merge' && (
        <>
          <UnitItem name="unitIds" label={t('mergeUnits')} units={movable} several />
          <Form.Item name="intoId" label={t('mergeInto')} rules={required}>
            <Select
              options={[
                ...merging.map(({ id, name }) => ({ value: id, label: name })),
                { value: 'new', label: t('newUnit') },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={intoNew ? t('newName') : t('mergeName')}
            rules={intoNew ? [{ required: true, whitespace: true, message: t('required') }] : []}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        </>
      )}
      {kind === 'close' && <CloseFields units={movable} />}
      {kind && <Button htmlType="submit">{t('add')}</Button>}
    </Form>
  )
}
