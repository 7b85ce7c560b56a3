import { shanghaiDay } from '../../../shared/days.ts'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { BlockerLine } from '../../blockers/web/BlockerLine.tsx'
import { StageDoor } from '../../evidence/web/StageDoor.tsx'
import { unprovenOf } from '../../evidence/web/unproven.ts'
import { useEvidence } from '../../evidence/web/use-evidence.ts'
import { LightBlock } from '../../lights/web/LightBlock.tsx'
import type { LedgerRow } from '../contract.ts'
import { milestoneWords } from '../stages.ts'
import { EditableField } from './EditableField.tsx'
import { fieldLabel } from './field-words.ts'
import { isMoving, nextMilestone } from './next-milestone.ts'
import { rowValue } from './row-value.ts'
import { StageRail } from './StageRail.tsx'
import { useSaveField } from './use-save-field.ts'
import './project-head.css'

/** Changed by entering a stage or with a reason, below; the ledger's grid still takes them as cells. */
const entered = new Set(['stage', 'standing'])

/** What a leader asks first: whose, how much, how far, what next and by whom, what stands in the way. */
export function ProjectHead({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const save = useSaveField(row.id)
  const evidence = useEvidence(row.id)
  const edit = (name: string, placeholder?: string, isBrief = false) => (
    <EditableField
      name={name}
      value={rowValue(row, name)}
      mayEdit={mayEdit && !entered.has(name)}
      onSave={save}
      isBrief={isBrief}
      {...(placeholder ? { placeholder } : {})}
    />
  )
  return (
    <header className="zt-project-head">
      <dl className="zt-project-facts">
        {['corps', 'investor', 'totalInvestment', 'stage', 'standing', 'light'].map((key) => (
          <div key={key} data-fact={key}>
            <dt>{fieldLabel(key, language)}</dt>
            <dd>{edit(key, undefined, true)}</dd>
          </div>
        ))}
      </dl>
      <StageRail row={row} unproven={unprovenOf(evidence.data)} />
      <StageDoor projectId={row.id} />
      <dl className="zt-project-now">
        <dt>{t('next.label')}</dt>
        <dd>
          <NextStep row={row} />
          <span className="zt-project-who">
            <span className="zt-quiet">{fieldLabel('officer', language)}</span>{' '}
            {edit('officer', t('next.nobody'))}
          </span>
        </dd>
        <dt>{t('lights:byRuleShort')}</dt>
        <dd>
          <LightBlock projectId={row.id} />
        </dd>
        <dt>{t('tab.blockers')}</dt>
        <dd>
          <BlockerLine projectId={row.id} />
        </dd>
        <dt>{fieldLabel('problem', language)}</dt>
        <dd data-problem={row['problem'] ? true : undefined}>{edit('problem', t('noProblem'))}</dd>
      </dl>
    </header>
  )
}

function NextStep({ row }: { row: LedgerRow }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const next = nextMilestone(row, shanghaiDay(Date.now()))
  if (!isMoving(row)) return <span className="zt-next-step zt-quiet">{t('next.still')}</span>
  if (!next) return <span className="zt-next-step zt-quiet">{t('next.none')}</span>
  const isLate = next.days !== null && next.days < 0
  return (
    <span className="zt-next-step">
      <b>{milestoneWords[next.kind][language]}</b>
      {next.when === null ? (
        <span className="zt-quiet">{t('next.noDate')}</span>
      ) : (
        <span>{showWhen(next.when, language)}</span>
      )}
      {next.days !== null && (
        <span className={isLate ? 'zt-late' : 'zt-quiet'}>
          {isLate ? `■ ${t('next.late', { count: -next.days })}` : t('next.in', { count: next.days })}
        </span>
      )}
    </span>
  )
}
