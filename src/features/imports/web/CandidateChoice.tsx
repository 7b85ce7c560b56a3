import { useWords } from '../../../web/i18n/index.ts'
import type { Candidate, ImportRow } from '../contract.ts'
import { importsTexts } from './texts.ts'
import type { Decision } from './useImports.ts'

type Props = { row: ImportRow; editable: boolean; onDecide: (decision: Decision) => void }

/** It is this one, a new project, or skip: one choice, each with what speaks for it. */
export function CandidateChoice({ row, editable, onDecide }: Props) {
  const t = useWords('imports')
  const option = (key: string, chosen: boolean, decision: Decision, hint: string, label: React.ReactNode) => (
    <label key={key} className="zt-candidate" data-chosen={chosen || undefined}>
      <input
        type="radio"
        name={row.id}
        checked={chosen}
        disabled={!editable}
        onChange={() => onDecide(decision)}
      />
      <span className="zt-key" aria-hidden="true">
        {hint}
      </span>
      {label}
    </label>
  )
  const words = row.twin ? 'doubt.twinAt' : row.candidates.length > 0 ? 'doubt.question' : 'doubt.twin'
  const skip = row.twin ? 'doubt.sameAs' : 'doubt.skip'
  return (
    <fieldset className="zt-candidates">
      <legend>{t(words, { ...row.twin })}</legend>
      {row.candidates.map((candidate, index) =>
        option(
          candidate.projectId,
          row.decision === 'match' && row.projectId === candidate.projectId,
          { decision: 'match', projectId: candidate.projectId },
          index < 9 ? String(index + 1) : '',
          <CandidateFacts candidate={candidate} />,
        ),
      )}
      {option(
        'create',
        row.decision === 'create',
        { decision: 'create' },
        'N',
        <Other text={t('doubt.create')} hint={t('doubt.createHint')} />,
      )}
      {option(
        'skip',
        row.decision === 'skip',
        { decision: 'skip' },
        'S',
        <Other text={t(skip, { ...row.twin })} hint={t(`${skip}Hint`, { ...row.twin })} />,
      )}
    </fieldset>
  )
}

function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const t = useWords('imports')
  const reason = Object.hasOwn(importsTexts.zh.candidate, candidate.reason) ? candidate.reason : 'other'
  return (
    <>
      <span className="zt-candidate-name">{candidate.name}</span>
      <span className="zt-candidate-investor">{candidate.investor ?? t('doubt.investorNone')}</span>
      <span className="zt-candidate-code">{candidate.code ?? t('doubt.codeNone')}</span>
      <span className="zt-candidate-reason">{t(`candidate.${reason}`)}</span>
    </>
  )
}

function Other({ text, hint }: { text: string; hint: string }) {
  return (
    <>
      <span className="zt-candidate-name">{text}</span>
      <span className="zt-candidate-hint">{hint}</span>
    </>
  )
}
