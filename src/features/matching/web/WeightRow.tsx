import { Button, InputNumber } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { criterionKeys, criterionWords, usualWeights } from '../criteria.ts'

type WeightRowProps = {
  weights: Readonly<Record<string, number>>
  /** As the address has them; undefined: as usual. */
  onChange: (weights: string | undefined) => void
}

/** What weighs how much, each a number: what moves when it is another is seen at once. */
export function WeightRow({ weights, onChange }: WeightRowProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const set = (key: string, weight: number) => {
    const changed = criterionKeys
      .map((one) => [one, one === key ? weight : (weights[one] ?? usualWeights[one])] as const)
      .filter(([one, value]) => value !== usualWeights[one])
    onChange(changed.length === 0 ? undefined : changed.map(([one, value]) => `${one}:${value}`).join(','))
  }
  const isUsual = criterionKeys.every((key) => weights[key] === usualWeights[key])
  return (
    <section aria-label={t('weights')}>
      <div className="zt-section-head">
        <h2>{t('weights')}</h2>
        {!isUsual && (
          <Button type="text" size="small" onClick={() => onChange(undefined)}>
            {t('usual')}
          </Button>
        )}
      </div>
      <div className="zt-weights">
        {criterionKeys.map((key) => (
          <span key={key}>
            {criterionWords(key)[language]}
            <InputNumber<number>
              size="small"
              aria-label={t('weightOf', { criterion: criterionWords(key)[language] })}
              min={0}
              max={10}
              precision={0}
              value={weights[key] ?? usualWeights[key]}
              onChange={(weight) => weight !== null && set(key, weight)}
            />
          </span>
        ))}
      </div>
    </section>
  )
}
