import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Unit } from '../../organisation/contract.ts'

/** The most a corps gets: so many projects, or so many ㎡. */
export function QuotaFields() {
  const t = useWords('matching')
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.get<{ items: Unit[] }>('/units') })
  const corps = (units.data?.items ?? []).filter(({ kind }) => kind === 'corps')
  const needed = (what: string) => [{ required: true, message: what }]
  return (
    <Form.List name="quotas">
      {(fields, { add, remove }) => (
        <section aria-label={t('plan.form.quotas')}>
          {fields.map(({ key, name }) => (
            <div key={key} className="zt-plan-quota">
              <Form.Item name={[name, 'unitId']} rules={needed(t('plan.form.corps'))}>
                <Select
                  aria-label={t('plan.form.corps')}
                  placeholder={t('plan.form.corps')}
                  options={corps.map(({ id, name: label }) => ({ value: id, label }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'most']} rules={needed(t('plan.form.most'))}>
                <InputNumber<number>
                  aria-label={t('plan.form.most')}
                  placeholder={t('plan.form.most')}
                  min={0}
                  max={1e9}
                  controls={false}
                />
              </Form.Item>
              <Form.Item name={[name, 'measure']}>
                <Select
                  aria-label={t('plan.form.measure')}
                  options={(['projects', 'areaM2'] as const).map((value) => ({
                    ...{ value, label: t(`plan.form.${value}`) },
                  }))}
                />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                {t('plan.form.remove')}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ measure: 'projects', most: null })}>{t('plan.form.quota')}</Button>
        </section>
      )}
    </Form.List>
  )
}
