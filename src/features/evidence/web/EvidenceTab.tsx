import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { lifeOrder, type MilestoneKind, milestoneKinds } from '../../projects/stages.ts'
import type { Evidence } from '../contract.ts'
import { EntryList } from './EntryList.tsx'
import { MilestoneEvidence } from './MilestoneEvidence.tsx'
import { PaperDialog } from './PaperDialog.tsx'
import { useEvidence } from './use-evidence.ts'
import './evidence-tab.css'

/** Each milestone with its date, papers and verification; below, how the project came to where it stands. */
export function EvidenceTab({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const t = useWords('evidence')
  const [isWhole, setWhole] = useState(false)
  const [adding, setAdding] = useState<MilestoneKind>()
  const answer = useEvidence(row.id)
  const evidence = answer.data
  if (answer.isError) return <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />
  if (!evidence) return <LoadingBar />
  const shown = isWhole ? lifeOrder : lifeOrder.filter((kind) => concerned(evidence).has(kind))
  return (
    <>
      <section aria-label={t('tab.milestones')}>
        <div className="zt-section-head">
          <h2>{t('tab.milestones')}</h2>
          {shown.length < milestoneKinds.length || isWhole ? (
            <Button type="text" size="small" onClick={() => setWhole(!isWhole)}>
              {t(isWhole ? 'tab.fewer' : 'tab.all')}
            </Button>
          ) : null}
        </div>
        <ul className="zt-evidence">
          {shown.map((milestone) => (
            <MilestoneEvidence
              key={milestone}
              row={row}
              milestone={milestone}
              evidence={evidence}
              mayEdit={mayEdit}
              onAdd={() => setAdding(milestone)}
            />
          ))}
        </ul>
      </section>
      <EntryList evidence={evidence} />
      {adding && (
        <PaperDialog
          projectId={row.id}
          evidence={evidence}
          milestone={adding}
          onClose={() => setAdding(undefined)}
        />
      )}
    </>
  )
}

/** Those with papers, and those that the stage reached and the next one ask for. */
function concerned({ stages, stage, next, papers }: Evidence): ReadonlySet<MilestoneKind> {
  const near = stages.filter((one) => one.stage === stage || one.stage === next)
  return new Set([
    ...papers.map((paper) => paper.milestone),
    ...near.flatMap((one) => one.needs.map((need) => need.milestone)),
  ])
}
