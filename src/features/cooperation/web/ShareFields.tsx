import { Button, Form, Input, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Unit } from '../../organisation/contract.ts'
import { sumOfShares } from '../model/shares.ts'

/** Stands for the place outside, which has no id. */
export const outside = 'outside'

/** Each unit's share, with the sum as it is typed. */
export function ShareFields({ units, withOutside }: { units: readonly Unit[]; withOutside: boolean }) {
  const t = useWords('cooperation')
  const given = (Form.useWatch('shares') ?? []) as ({ percent?: string } | undefined)[]
  const options = [
    ...units.map(({ id, name }) => ({ value: id, label: name })),
    ...(withOutside ? [{ value: outside, label: t('outsidePlace') }] : []),
  ]
  return (
    <fieldset className="zt-share-fields">
      <legend>{t('shares')}</legend>
      <Form.List name="shares">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, at) => (
              <div key={field.key} className="zt-share-row">
                <Form.Item
                  name={[field.name, 'unitId']}
                  rules={[{ required: true, message: t('required', { what: t('unit') }) }]}
                >
                  <Select
                    aria-label={t('shareUnit', { number: at + 1 })}
                    placeholder={t('unit')}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={options}
                  />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'percent']}
                  rules={[{ required: true, whitespace: true, message: t('required', { what: t('share') }) }]}
                >
                  <Input
                    aria-label={t('shareOf', { number: at + 1 })}
                    inputMode="decimal"
                    suffix="%"
                    maxLength={12}
                    autoComplete="off"
                  />
                </Form.Item>
                {fields.length > 1 && (
                  <Button
                    type="text"
                    aria-label={t('dropShare', { number: at + 1 })}
                    onClick={() => remove(field.name)}
                  >
                    ×
                  </Button>
                )}
              </div>
            ))}
            <div className="zt-share-foot">
              <Button size="small" onClick={() => add({})}>
                {t('addShare')}
              </Button>
              <ShareSum shares={given} />
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function ShareSum({ shares }: { shares: readonly ({ percent?: string } | undefined)[] }) {
  const t = useWords('cooperation')
  const { sum, missing } = sumOfShares(shares.map((share) => ({ percent: share?.percent ?? '' })))
  const isOver = missing.startsWith('-')
  return (
    <span role="status" className="zt-share-sum" data-right={missing === '0' || undefined}>
      {missing === '0'
        ? `✓ ${t('sumRight')}`
        : t(isOver ? 'sumOver' : 'sumShort', { sum, missing: missing.replace('-', '') })}
    </span>
  )
}
