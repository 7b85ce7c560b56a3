import { Button, InputNumber, Select } from 'antd'
import type { Limit, Part } from '../../../engine/lights/rule.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'
import { lifeOrder, milestoneWords } from '../../projects/stages.ts'
import { inWholes, partWords } from '../model/part-fields.ts'
import { LimitField } from './LimitField.tsx'
import { unitOf } from './new-part.ts'

type PartEditorProps = { part: Part; onChange: (part: Part) => void; onRemove: () => void }

/** One part: what it looks at, and from where on it is yellow and red. */
export function PartEditor({ part, onChange, onRemove }: PartEditorProps) {
  const t = useWords('lights')
  const { language } = useLanguage()
  const title = partWords[part.kind][language]
  const limit = (colour: 'yellow' | 'red', value: Limit | null) => (
    <LimitField
      light={colour}
      limit={value}
      unit={t(`unit.${unitOf(part)}`)}
      isWhole={inWholes.has(part.kind)}
      label={`${title} ${t(`bound.${colour}`)}`}
      onChange={(next) => onChange({ ...part, [colour]: next } as Part)}
    />
  )
  return (
    <li>
      <h3>
        {title}
        <Button type="text" size="small" onClick={onRemove} aria-label={t('removePart', { part: title })}>
          ×
        </Button>
      </h3>
      <p>{t(part.kind === 'investment' ? `about.investment.${part.measure}` : `about.${part.kind}`)}</p>
      {part.kind === 'investment' && (
        <Select
          size="small"
          value={part.measure}
          aria-label={t('measure')}
          options={(['points', 'percent'] as const).map((value) => ({
            value,
            label: t(`measures.${value}`),
          }))}
          onChange={(measure) => onChange({ ...part, measure })}
        />
      )}
      {'milestones' in part && (
        <Select
          size="small"
          mode="multiple"
          className="zt-light-milestones"
          value={[...part.milestones]}
          placeholder={t('allMilestones')}
          aria-label={`${title} ${t('milestones')}`}
          optionFilterProp="label"
          options={lifeOrder.map((kind) => ({
            value: kind as string,
            label: milestoneWords[kind][language],
          }))}
          onChange={(milestones) => onChange({ ...part, milestones })}
        />
      )}
      {'yellow' in part && (
        <div className="zt-light-limits">
          {limit('yellow', part.yellow)}
          {limit('red', part.red)}
        </div>
      )}
      {part.kind === 'investment' && (
        <div className="zt-light-line">
          {t('monthsOld')}{' '}
          <InputNumber
            size="small"
            min={0}
            max={6}
            precision={0}
            aria-label={t('monthsOld')}
            value={part.monthsOld}
            onChange={(monthsOld) => onChange({ ...part, monthsOld: monthsOld ?? 0 })}
          />{' '}
          {t('unit.months')}
        </div>
      )}
      {part.kind === 'monthTask' && <TaskColours part={part} onChange={onChange} />}
      {'inARow' in part && (
        <div className="zt-light-line">
          <Light light="red" wordless /> {t(part.kind === 'investment' ? 'yellowInARow' : 'missedInARow')}{' '}
          <InputNumber
            size="small"
            min={2}
            max={12}
            precision={0}
            placeholder={t('off')}
            aria-label={t(part.kind === 'investment' ? 'yellowInARow' : 'missedInARow')}
            value={part.inARow}
            onChange={(inARow) => onChange({ ...part, inARow })}
          />{' '}
          {t('unit.months')}
        </div>
      )}
    </li>
  )
}

type Task = Extract<Part, { kind: 'monthTask' }>

function TaskColours({ part, onChange }: { part: Task; onChange: (part: Part) => void }) {
  const t = useWords('lights')
  return (
    <>
      <div className="zt-light-line">
        <Light light={part.missed} wordless /> {t('missed')}{' '}
        <Select
          size="small"
          aria-label={t('missed')}
          value={part.missed}
          options={(['yellow', 'red'] as const).map((value) => ({ value, label: t(`bound.${value}`) }))}
          onChange={(missed) => onChange({ ...part, missed })}
        />
      </div>
      <div className="zt-light-line">
        <Light light={part.madeGood ?? part.missed} wordless /> {t('madeGood')}{' '}
        <Select
          size="small"
          aria-label={t('madeGood')}
          value={part.madeGood ?? 'none'}
          options={[
            { value: 'yellow', label: t('toYellow') },
            { value: 'none', label: t('stays') },
          ]}
          onChange={(value) => onChange({ ...part, madeGood: value === 'yellow' ? 'yellow' : null })}
        />
      </div>
    </>
  )
}
