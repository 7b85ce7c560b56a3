import { Button, Form, InputNumber, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { indicators } from '../../indicators/catalogue.ts'
import { useRuleSets } from '../../preconditions/web/use-rule-sets.ts'

/** What land conditions would ask: indicators that some condition speaks of, each at a per cent of its value. */
export function ThresholdFields() {
  const t = useWords('matching')
  const { language } = useLanguage()
  const sets = useRuleSets()
  const asked = new Set(
    (sets.data?.items ?? []).flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.kind === 'indicator' ? [rule.indicator] : [])),
    ),
  )
  const options = indicators
    .filter(({ key }) => asked.has(key))
    .map(({ key, words }) => ({ value: key, label: words[language] }))
  const needed = (what: string) => [{ required: true, message: what }]
  return (
    <Form.Item
      label={t('plan.change.thresholds')}
      extra={t(sets.data && options.length === 0 ? 'plan.change.noRules' : 'plan.change.thresholdsHint')}
    >
      <Form.List name="thresholds">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="zt-plan-threshold">
                <Form.Item name={[name, 'indicator']} rules={needed(t('plan.change.indicator'))}>
                  <Select
                    aria-label={t('plan.change.indicator')}
                    placeholder={t('plan.change.indicator')}
                    options={options}
                  />
                </Form.Item>
                <Form.Item name={[name, 'percent']} rules={needed(t('plan.change.percent'))}>
                  <InputNumber<number>
                    aria-label={t('plan.change.percent')}
                    min={1}
                    max={1000}
                    controls={false}
                    suffix="%"
                  />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  {t('plan.form.remove')}
                </Button>
              </div>
            ))}
            <Button disabled={options.length === 0} onClick={() => add({ percent: 90 })}>
              {t('plan.change.threshold')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
