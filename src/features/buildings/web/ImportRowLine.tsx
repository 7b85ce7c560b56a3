import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { findingSentence } from '../finding-words.ts'
import type { BuildingImportRow, Decision, Finding } from '../import-contract.ts'
import { showLevel } from '../model/levels.ts'
import { showChange } from './shown-change.ts'

type ImportRowLineProps = {
  row: BuildingImportRow
  onDecide: ((decision: Decision | null) => void) | undefined
}

/** A row of the file: of which room, what it would change, what speaks against it, and what is to be done with it. */
export function ImportRowLine({ row, onDecide }: ImportRowLineProps) {
  const t = useWords('buildingImports')
  const { verdict, decision } = row
  const known = [
    row.building,
    row.level === null ? null : showLevel(row.level),
    row.room,
    row.areaM2 && `${row.areaM2} ㎡`,
    row.tenant,
  ]
  const choices: readonly Decision[] = verdict === 'doubt' ? ['take', 'skip'] : ['skip']
  return (
    <li data-verdict={verdict} data-skipped={decision === 'skip' || undefined}>
      <div className="zt-import-line-head">
        <span className="zt-quiet">{row.place}</span>
        <b>{known.filter(Boolean).join(' · ')}</b>
        <span>{t(`verdict.${verdict}`)}</span>
        {onDecide && (verdict === 'doubt' || verdict === 'new' || verdict === 'changed') && (
          <span className="zt-import-line-acts">
            {choices.map((one) => (
              <button
                key={one}
                type="button"
                className="zt-link"
                aria-pressed={decision === one}
                onClick={() => onDecide(decision === one ? null : one)}
              >
                {t(decision === one ? `check.${one}n` : `check.${one}`)}
              </button>
            ))}
          </span>
        )}
      </div>
      {verdict !== 'new' && row.changes.length > 0 && <Changes row={row} />}
      {row.findings.map((finding) => (
        <FindingLine key={`${finding.code} ${finding.cell} ${finding.value}`} finding={finding} />
      ))}
    </li>
  )
}

function Changes({ row: { changes } }: { row: BuildingImportRow }) {
  const { language } = useLanguage()
  return (
    <p>
      {changes
        .map((change) => showChange(change, language))
        .filter(Boolean)
        .join(language === 'zh' ? '；' : '; ')}
    </p>
  )
}

const marks: Record<Finding['weight'], string> = { stop: '■', ask: '▲', warn: '▲', note: '○' }

function FindingLine({ finding }: { finding: Finding }) {
  const { language } = useLanguage()
  return (
    <p className="zt-import-finding" data-weight={finding.weight}>
      <span aria-hidden="true">{marks[finding.weight]}</span> {finding.cell && <b>{finding.cell}</b>}{' '}
      {findingSentence(finding, language)}
    </p>
  )
}
