import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { daysBetween, isDay, shanghaiDay } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { DayField } from '../../approvals/web/StepDialogs.tsx'
import type { FirstContactInput, Registered } from '../contract.ts'
import { RegisteredAnswer } from './RegisteredAnswer.tsx'
import { type CooperationActs, useUnits } from './use-cooperation.ts'

type RegisterDialogProps = {
  /** None: a project by its name and investor. */
  project?: { id: string; name: string }
  rule: { lateAfterDays: number; ownUnitIds: readonly string[] }
  acts: CooperationActs
  onClose: () => void
}

/** Registers that a unit spoke first; what came of it is said here, and only here of a project out of sight. */
export function RegisterDialog({ project, rule, acts, onClose }: RegisterDialogProps) {
  const t = useWords('cooperation')
  const today = shanghaiDay(Date.now())
  const units = useUnits(today).filter(
    ({ id }) => rule.ownUnitIds.length === 0 || rule.ownUnitIds.includes(id),
  )
  const [form] = Form.useForm<FirstContactInput>()
  const [answer, setAnswer] = useState<Registered>()
  const contactOn = Form.useWatch('contactOn', form)
  const isLate = isDay(contactOn) && contactOn <= today && daysBetween(contactOn, today) > rule.lateAfterDays
  const { error, isPending } = acts.register
  const needed = (what: string) => [{ required: true, whitespace: true, message: t('required', { what }) }]

  async function send(given: FirstContactInput) {
    setAnswer(await acts.register.mutateAsync({ ...given, ...(project ? { projectId: project.id } : {}) }))
  }

  if (answer)
    return (
      <Modal
        open
        width={440}
        title={t('registeredTitle')}
        onCancel={onClose}
        footer={<Button onClick={onClose}>{t('close')}</Button>}
      >
        <RegisteredAnswer answer={answer} isHere={project !== undefined} />
      </Modal>
    )
  return (
    <Modal
      open
      width={440}
      title={project ? t('registerFor', { name: project.name }) : t('register')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ contactOn: today, ...(units.length === 1 ? { unitId: units[0]?.id } : {}) }}
        onFinish={(given) => void send(given).catch(() => {})}
      >
        <p className="zt-quiet zt-cooperation-hint">{t('registerHint')}</p>
        <Form.Item name="unitId" label={t('unit')} rules={needed(t('unit'))}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {!project && (
          <>
            <Form.Item name="projectName" label={t('projectName')} rules={needed(t('projectName'))}>
              <Input maxLength={300} autoComplete="off" />
            </Form.Item>
            <Form.Item name="investor" label={t('investor')} rules={needed(t('investor'))}>
              <Input maxLength={300} autoComplete="off" />
            </Form.Item>
          </>
        )}
        <DayField name="contactOn" label={t('contactOn')} max={today} />
        <Form.Item name="note" label={t('note')} extra={t('noteHint')} rules={needed(t('note'))}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        {isLate && (
          <Form.Item
            name="explanation"
            label={t('explanation')}
            extra={t('explanationHint', { count: rule.lateAfterDays })}
            rules={needed(t('explanation'))}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        )}
        {error && <Alert type="error" title={error.message} />}
      </Form>
    </Modal>
  )
}
