import { Link } from '@tanstack/react-router'
import { showWhen } from '../../../shared/when.ts'
import { nothing, showMoney, showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, KeyValue, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { conditionsText } from '../../projects/web/conditions-text.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { GoalBoard, GoalDetail } from '../contract.ts'
import { ledgerConditions } from '../ledger-conditions.ts'
import { measures } from '../measures.ts'
import { ChangeGoal } from './ChangeGoal.tsx'
import { differenceWords, isMoney, rateWords, showValue, unitWords } from './goal-words.ts'
import { useGoal } from './use-goals.ts'

type GoalPanelProps = { id: string; units: GoalBoard['units']; onClose: () => void }

/** A goal with its definition, the projects behind its figure, and what it was before. */
export function GoalPanel({ id, units, onClose }: GoalPanelProps) {
  const t = useWords('goals')
  const { language } = useLanguage()
  const { data, error, isPending, refetch } = useGoal(id)
  const isZone = units.some((unit) => unit.id === data?.goal.unitId && unit.isZone)
  const title = data
    ? `${isZone ? t('wholeZone') : data.unit} · ${measures[data.goal.measure][language]} · ${showWhen(data.goal.period, language)}`
    : t('goal')
  return (
    <SidePanel title={title} label={title} onClose={onClose}>
      {isPending && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} quiet />}
      {data && (
        <div className="zt-goal-panel">
          <GoalFacts detail={data} />
          {data.goal.abilities.includes('update') && (
            <ChangeGoal key={data.goal.revision} goal={data.goal} onGone={onClose} />
          )}
          <GoalRows detail={data} isZone={isZone} />
          <GoalHistory detail={data} />
        </div>
      )}
    </SidePanel>
  )
}

function GoalFacts({ detail: { goal, setBy, setAt } }: { detail: GoalDetail }) {
  const t = useWords('goals')
  const { language } = useLanguage()
  const unit = unitWords(goal.measure, t)
  const at = showTime(setAt)
  return (
    <>
      <KeyValue
        items={[
          { label: t('goal'), unit, value: showValue(goal.measure, goal.value), number: true },
          { label: t('actual'), unit, value: showValue(goal.measure, goal.actual), number: true },
          { label: t('rate'), value: rateWords(goal), number: true },
          { label: t('difference'), value: differenceWords(goal, t) },
          { label: t('days'), value: `${goal.fromOn} — ${goal.toOn}`, wide: true },
          { label: t('note'), value: goal.note, wide: true },
        ]}
      />
      <p className="zt-quiet">
        {goal.provenance === 'illustrative' && (
          <>
            <Illustrative />{' '}
          </>
        )}
        {setBy ? t('setBy', { name: setBy, at }) : t('setByFile', { at })}
      </p>
      <p className="zt-goal-definition">
        {measures[goal.measure].definition[language]}
        <span className="zt-quiet">{t('rule', { day: goal.countedOn })}</span>
      </p>
    </>
  )
}

function GoalRows({ detail: { goal, rows }, isZone }: { detail: GoalDetail; isZone: boolean }) {
  const t = useWords('goals')
  const may = useMay()
  const where = conditionsText(ledgerConditions(goal, isZone ? 'zone' : goal.unitId))
  // Once its days are over, who had the projects then is known here alone.
  const stands = goal.countedOn < goal.toOn
  return (
    <section>
      <h3>{t('rows', { count: rows.length })}</h3>
      {rows.length === 0 && <EmptyState quiet title={t('noRows')} />}
      {rows.length > 0 && stands && may('project:read') && (
        <p>
          <Link to="/ledger" search={{ where } as never}>
            {t('inLedger')}
          </Link>
        </p>
      )}
      {rows.length > 0 && (
        <table className="zt-goal-rows">
          <tbody>
            {rows.map((row) => (
              <tr key={row.projectId}>
                <th scope="row">
                  <Link to={`/projects/${row.projectId}`}>{row.name}</Link>
                </th>
                <td>{row.on ?? ''}</td>
                <td className="zt-number">
                  {row.amount === null ? nothing : `${showMoney(row.amount, { unit: '亿元' })} ${t('money')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function GoalHistory({ detail: { goal, history } }: { detail: GoalDetail }) {
  const t = useWords('goals')
  if (history.length < 2) return null
  return (
    <section>
      <h3>{t('history')}</h3>
      <table className="zt-goal-rows">
        <tbody>
          {history.map((version) => (
            <tr key={version.at + version.value}>
              <th scope="row">
                {showValue(goal.measure, version.value)}{' '}
                <span className="zt-quiet">{isMoney(goal.measure) ? t('money') : t('count')}</span>
              </th>
              <td>{version.by ?? nothing}</td>
              <td className="zt-number">{showTime(version.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
