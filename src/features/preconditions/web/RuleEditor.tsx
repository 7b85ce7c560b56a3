import { Button, Input, InputNumber, Select } from 'antd'
import { checkStages, operators, presences } from '../../../engine/land-rules/rule.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { RuleInput, RuleSets } from '../contract.ts'
import { presenceWords } from '../model/rule-words.ts'

type RuleEditorProps = {
  rule: RuleInput
  indicators: RuleSets['indicators']
  onChange: (rule: RuleInput) => void
  onRemove: () => void
}

/** One rule in a line of fields: what it asks for, when it is looked at, where it is written. */
export function RuleEditor({ rule, indicators, onChange, onRemove }: RuleEditorProps) {
  const t = useWords('preconditions')
  const set = (part: Partial<RuleInput>) => onChange({ ...rule, ...part })
  return (
    <li className="zt-rule">
      <span className="zt-rule-what">
        {rule.kind === 'indicator' && <Figure rule={rule} indicators={indicators} onChange={set} />}
        {rule.kind === 'industry' && <Industry rule={rule} onChange={set} />}
        {rule.kind === 'enterprise' && <Presences rule={rule} onChange={set} />}
        {rule.kind === 'statement' && (
          <Input.TextArea
            aria-label={t('kind.statement')}
            placeholder={t('statementHint')}
            value={rule.text ?? ''}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </span>
      <Select
        aria-label={t('checkStageLabel')}
        value={rule.checkStage}
        options={checkStages.map((value) => ({ value, label: t(`checkStage.${value}`) }))}
        onChange={(checkStage) => set({ checkStage })}
      />
      <Input
        aria-label={t('ruleSource')}
        placeholder={t('ruleSource')}
        value={rule.source}
        maxLength={200}
        onChange={(event) => set({ source: event.target.value })}
      />
      <Button type="text" aria-label={t('removeRule')} onClick={onRemove}>
        ✕
      </Button>
    </li>
  )
}

type PartProps = { rule: RuleInput; onChange: (part: Partial<RuleInput>) => void }

function Figure({ rule, indicators, onChange }: PartProps & Pick<RuleEditorProps, 'indicators'>) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const known = indicators.find(({ key }) => key === rule.indicator)
  return (
    <>
      <Select
        aria-label={t('kind.indicator')}
        className="zt-rule-indicator"
        showSearch={{ optionFilterProp: 'label' }}
        value={rule.indicator ?? null}
        options={indicators.map(({ key, words }) => ({ value: key, label: words[language] }))}
        onChange={(indicator: string) => {
          const unit = indicators.find(({ key }) => key === indicator)?.unit
          onChange({ indicator, ...(unit ? { unit } : {}) })
        }}
      />
      <Select
        aria-label={t('operatorLabel')}
        value={rule.operator ?? 'atLeast'}
        options={operators.map((value) => ({ value, label: t(`operator.${value}`) }))}
        onChange={(operator) => onChange({ operator })}
      />
      <Bound label={t('value')} value={rule.value} onChange={(value) => onChange({ value })} />
      {rule.operator === 'between' && (
        <Bound label={t('upTo')} value={rule.upTo} onChange={(upTo) => onChange({ upTo })} />
      )}
      <Select
        aria-label={t('unit')}
        value={rule.unit ?? null}
        options={(known?.units ?? []).map((value) => ({ value, label: value === '1' ? t('noUnit') : value }))}
        onChange={(unit) => onChange({ unit })}
      />
    </>
  )
}

type BoundProps = { label: string; value: string | undefined; onChange: (value: string) => void }
const Bound = ({ label, value, onChange }: BoundProps) => (
  <InputNumber<string>
    aria-label={label}
    stringMode
    controls={false}
    value={value || null}
    min="0"
    max="99999999999999"
    onChange={(next) => onChange(next ?? '')}
  />
)

function Industry({ rule, onChange }: PartProps) {
  const t = useWords('preconditions')
  const codes = (of: 'allow' | 'forbid') => (
    <Select
      mode="tags"
      aria-label={t(of)}
      placeholder={t(of)}
      className="zt-rule-codes"
      value={rule[of] ?? []}
      tokenSeparators={[',', '，', '、', ' ']}
      open={false}
      suffixIcon={null}
      onChange={(next: string[]) =>
        onChange({
          [of]: next
            .map((code) => code.trim().toUpperCase())
            .filter((code) => /^[A-T]?\d{0,4}([-–][A-T]?\d{1,4})?$/.test(code)),
        })
      }
    />
  )
  return (
    <>
      {codes('allow')}
      {codes('forbid')}
    </>
  )
}

function Presences({ rule, onChange }: PartProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  return (
    <Select
      aria-label={t('kind.enterprise')}
      className="zt-rule-indicator"
      value={rule.presence ?? null}
      options={presences.map((value) => ({ value, label: presenceWords[value][language] }))}
      onChange={(presence) => onChange({ presence })}
    />
  )
}
