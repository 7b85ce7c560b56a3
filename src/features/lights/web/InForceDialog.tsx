import { Alert, App, Modal, Select } from 'antd'
import { useState } from 'react'
import { addToMonth } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { LightRules } from '../contract.ts'
import type { RuleSource } from './rule-sources.ts'
import { useLightRuleActs } from './use-light-rules.ts'

const monthsAhead = 6

type InForceDialogProps = { source: RuleSource; rules: LightRules; onClose: () => void }

/** From which month on: this one or a later; months that are over keep the colour they closed with. */
export function InForceDialog({ source, rules, onClose }: InForceDialogProps) {
  const t = useWords('lights')
  const { message } = App.useApp()
  const { putInForce } = useLightRuleActs()
  const [fromMonth, setFromMonth] = useState(source.fromMonth ?? rules.month)
  const giving = rules.items.filter(
    (one) => one.id !== source.key && one.fromMonth !== null && one.fromMonth >= fromMonth,
  )

  async function put() {
    await putInForce.mutateAsync({ ruleId: source.key, revision: source.revision, fromMonth })
    message.success(t('put.done', { name: source.name, month: fromMonth }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('put.title', { name: source.name })}
      okText={t('put.ok', { month: fromMonth })}
      cancelText={t('cancel')}
      confirmLoading={putInForce.isPending}
      onOk={() => void put().catch(() => {})}
      onCancel={onClose}
    >
      <div className="zt-light-put">
        <div>
          {t('put.from')}{' '}
          <Select
            aria-label={t('put.from')}
            value={fromMonth}
            options={Array.from({ length: monthsAhead }, (_, at) => addToMonth(rules.month, at)).map(
              (value) => ({ value, label: value }),
            )}
            onChange={setFromMonth}
          />
        </div>
        <p>{t('put.text', { month: fromMonth })}</p>
        <p>{t('put.fixed')}</p>
        {giving.map(({ id, name, fromMonth: month }) => (
          <p key={id}>{t('put.gives', { name, month: month ?? '' })}</p>
        ))}
        {putInForce.error && <Alert type="error" title={putInForce.error.message} />}
      </div>
    </Modal>
  )
}
