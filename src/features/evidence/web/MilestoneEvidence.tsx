import { App, Button } from 'antd'
import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { type MilestoneKind, milestoneWords } from '../../projects/stages.ts'
import { EditableField } from '../../projects/web/EditableField.tsx'
import { rowValue } from '../../projects/web/row-value.ts'
import { useSaveField } from '../../projects/web/use-save-field.ts'
import type { Evidence } from '../contract.ts'
import { PaperLine } from './PaperLine.tsx'
import { useEvidenceActs } from './use-evidence.ts'

type Props = {
  row: LedgerRow
  milestone: MilestoneKind
  evidence: Evidence
  mayEdit: boolean
  onAdd: () => void
}

/** One milestone: its actual date and who wrote it, its papers, who verified it. */
export function MilestoneEvidence({ row, milestone, evidence, mayEdit, onAdd }: Props) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const save = useSaveField(row.id)
  const { verify, remove } = useEvidenceActs(row.id)
  const proof = evidence.proofs.find((one) => one.milestone === milestone)
  const papers = evidence.papers.filter((paper) => paper.milestone === milestone)
  const word = milestoneWords[milestone][language]
  const name = `${milestone}.actual`
  const isSettled = proof?.verifiedBy && !proof.isOutdated

  async function onVerify(actual: string) {
    try {
      await verify.mutateAsync({ milestone, actual, paperIds: papers.map((paper) => paper.id) })
      message.success(t('tab.isVerified', { milestone: word }))
    } catch (problem) {
      message.error((problem as Error).message)
    }
  }

  return (
    <li>
      <div className="zt-evidence-head">
        <h3>{word}</h3>
        <EditableField
          name={name}
          value={rowValue(row, name)}
          mayEdit={mayEdit}
          onSave={save}
          placeholder={t('tab.noDate')}
        />
        {proof?.author && <span className="zt-quiet">{t('tab.author', { name: proof.author })}</span>}
        {mayEdit && (
          <Button size="small" onClick={onAdd}>
            {t('tab.add')}
          </Button>
        )}
      </div>
      {papers.map((paper) => (
        <PaperLine
          key={paper.id}
          projectId={row.id}
          paper={paper}
          onRemove={() => remove.mutateAsync(paper.id)}
        />
      ))}
      {proof?.verifiedBy && (
        <p className={proof.isOutdated ? 'zt-late' : 'zt-evidence-verified'}>
          {proof.isOutdated ? '▲ ' : '✓ '}
          {t('tab.verified', { name: proof.verifiedBy, time: showTime(proof.verifiedAt ?? '') })}
          {proof.isOutdated && ` · ${t('tab.outdated')}`}
        </p>
      )}
      {proof?.mayVerify && !isSettled && proof.actual && (
        <Button
          size="small"
          loading={verify.isPending}
          onClick={() => void onVerify(proof.actual ?? '')}
          aria-label={`${t('tab.verify')} ${word}`}
        >
          {t('tab.verify')}
        </Button>
      )}
      {proof?.refusal && !isSettled && <p className="zt-quiet">{proof.refusal}</p>}
    </li>
  )
}
