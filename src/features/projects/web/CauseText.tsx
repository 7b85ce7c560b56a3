import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import type { Cause } from '../contract.ts'

const causeWords = {
  import: 'timeline.byImport',
  undo: 'timeline.byUndo',
  reorganisation: 'timeline.byReorganisation',
  merge: 'timeline.byMerge',
  unmerge: 'timeline.byUnmerge',
  stage_entry: 'timeline.byStage',
  standing_change: 'timeline.byStanding',
  correction: 'timeline.byCorrection',
  first_contact: 'timeline.byFirstContact',
  transfer: 'timeline.byTransfer',
  joint: 'timeline.byJoint',
} as const satisfies Record<Cause['kind'], string>

const ofCooperation = new Set<Cause['kind']>(['first_contact', 'transfer', 'joint'])

/** Through what a change came, with the way there for those who may go. */
export function CauseText({ cause }: { cause: Cause }) {
  const t = useWords('projects')
  const may = useMay()
  const { kind, id, name, isProven } = cause
  const word = kind === 'stage_entry' && isProven ? 'timeline.byProvenStage' : causeWords[kind]
  const text = t(word, { name: name ?? t('timeline.hidden') })
  if (ofCooperation.has(kind))
    return (
      <Link to="." search={(now: object) => ({ ...now, tab: 'cooperation' }) as never}>
        {text}
      </Link>
    )
  const to =
    kind === 'reorganisation'
      ? '/settings/organisation'
      : kind === 'merge' || kind === 'unmerge'
        ? may('duplicate:read') && '/ledger/duplicates/merged'
        : (kind === 'import' || kind === 'undo') && may('import:read') && `/imports/${id}`
  return to ? <Link to={to}>{text}</Link> : <span className="zt-quiet">{text}</span>
}

/** Why, in the words of whoever did it. */
export function ReasonText({ cause, language }: { cause: Cause; language: 'zh' | 'en' }) {
  const t = useWords('projects')
  const { reason, note } = cause
  const told = [reason && ((language === 'en' ? reason.en : null) ?? reason.zh), note].filter(Boolean)
  if (told.length === 0) return null
  return (
    <p className="zt-timeline-reason">
      <span className="zt-quiet">{t('timeline.reason')}</span> {told.join(' · ')}
    </p>
  )
}
