import { Button } from 'antd'
import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { CheckedRule, Preconditions } from '../contract.ts'
import { requiredWords, ruleName, unitWords } from '../model/rule-words.ts'
import type { Asked } from './asked.ts'
import { OfferLine } from './OfferLine.tsx'
import { shownFigure } from './shown-figure.ts'
import { VerdictMark } from './VerdictMark.tsx'

type CheckTableProps = { check: Preconditions; onAsk: (asked: Asked) => void }

/** Every rule in a line: what it asks for, what there is and from where, by how much it is kept or missed. */
export function CheckTable({ check, onAsk }: CheckTableProps) {
  const t = useWords('preconditions')
  return (
    <table className="zt-check">
      <thead>
        <tr>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('required')}</th>
          <th scope="col">{t('offered')}</th>
          <th scope="col" className="zt-number">
            {t('margin')}
          </th>
          <th scope="col">{t('verdict.title')}</th>
        </tr>
      </thead>
      <tbody>
        {check.rows.map((row) => (
          <Line key={`${row.setId} ${row.rule.id}`} row={row} check={check} onAsk={onAsk} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, check, onAsk }: CheckTableProps & { row: CheckedRule }) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { rule, offered, margin, exemption } = row
  const unit = rule.kind === 'indicator' ? unitWords(rule.unit) : ''
  return (
    <tr data-verdict={row.verdict}>
      <th scope="row">
        {ruleName(rule, language)}
        <small>
          {row.setName} · {rule.source}
        </small>
      </th>
      <td data-label={t('required')}>
        {requiredWords(rule, language)}
        <small>{t(`checkStage.${rule.checkStage}`)}</small>
      </td>
      <td data-label={t('offered')}>
        {offered !== null && `${shownFigure(offered)}${unit}`}
        {offered === null && rule.kind === 'industry' && check.industryCode}
        {offered === null && !row.offer && !(rule.kind === 'industry' && check.industryCode) && (
          <span className="zt-quiet">{t('nothing')}</span>
        )}
        {row.offer && <OfferLine offer={row.offer} />}
      </td>
      <td className="zt-number" data-label={t('margin')}>
        {margin === null ? '' : shownFigure(margin, 'signed')}
      </td>
      <td className="zt-check-verdict">
        <VerdictMark verdict={row.verdict} />
        {exemption && (
          <small className="zt-exemption" data-outdated={exemption.isOutdated || undefined}>
            {t(exemption.isOutdated ? 'exemption.outdated' : 'exemption.by', {
              person: exemption.decidedBy,
              day: shanghaiDay(Date.parse(exemption.decidedAt)),
            })}{' '}
            {exemption.reason} <span className="zt-quiet">{exemption.paper}</span>
          </small>
        )}
        <Acts row={row} check={check} onAsk={onAsk} />
      </td>
    </tr>
  )
}

function Acts({ row, check: { abilities }, onAsk }: CheckTableProps & { row: CheckedRule }) {
  const t = useWords('preconditions')
  const { rule, verdict } = row
  const mayWrite = abilities.includes('update')
  const isOpen = verdict === 'fail' || verdict === 'unknown'
  const isSaid = rule.kind === 'statement' || rule.kind === 'enterprise'
  const mayExempt = isOpen && abilities.includes('exempt')
  if (!mayWrite || (!isSaid && rule.kind !== 'indicator' && !mayExempt)) return null
  return (
    <span className="zt-check-acts">
      {rule.kind === 'indicator' && isOpen && (
        <Button size="small" onClick={() => onAsk({ act: 'promise', indicator: rule.indicator })}>
          {t('promise.enter')}
        </Button>
      )}
      {isSaid && verdict !== 'exempt' && (
        <Button size="small" onClick={() => onAsk({ act: 'confirm', row })}>
          {t('confirm.act')}
        </Button>
      )}
      {mayExempt && (
        <Button size="small" type="text" onClick={() => onAsk({ act: 'exempt', row })}>
          {t('exempt.act')}
        </Button>
      )}
    </span>
  )
}
