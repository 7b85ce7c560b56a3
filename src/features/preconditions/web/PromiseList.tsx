import { Button } from 'antd'
import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Preconditions } from '../contract.ts'
import type { Asked } from './asked.ts'
import { PromiseCells, PromiseHeads } from './PromiseCells.tsx'
import { StateMark } from './StateMark.tsx'

type PromiseListProps = { check: Preconditions; onAsk: (asked: Asked) => void }

/** What the project promises, by indicator: the value, when it is looked at, where it is written. */
export function PromiseList({ check, onAsk }: PromiseListProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const mayWrite = check.abilities.includes('update')
  const indicatorOf = (key: string) => check.indicators.find((one) => one.key === key)
  return (
    <section aria-label={t('promise.title')}>
      <div className="zt-section-head">
        <h2>{t('promise.title')}</h2>
        {mayWrite && (
          <Button type="text" size="small" onClick={() => onAsk({ act: 'promise', indicator: undefined })}>
            {t('promise.add')}
          </Button>
        )}
      </div>
      {check.promises.length === 0 ? (
        <p className="zt-quiet">{t('promise.none')}</p>
      ) : (
        <table className="zt-check">
          <thead>
            <tr>
              <th scope="col">{t('promise.indicator')}</th>
              <PromiseHeads />
            </tr>
          </thead>
          <tbody>
            {check.promises.map((promise) => (
              <tr key={promise.id}>
                <th scope="row">
                  {mayWrite ? (
                    <button
                      type="button"
                      className="zt-promise-open"
                      onClick={() => onAsk({ act: 'promise', indicator: promise.indicator })}
                    >
                      {indicatorOf(promise.indicator)?.words[language] ?? promise.indicator}
                    </button>
                  ) : (
                    indicatorOf(promise.indicator)?.words[language]
                  )}
                  <small>
                    {promise.source} · {promise.promisedBy} {shanghaiDay(Date.parse(promise.promisedAt))}
                  </small>
                </th>
                <PromiseCells promise={promise} />
                <td className="zt-check-verdict">
                  <StateMark state={promise.state} days={promise.lateDays} />
                  {mayWrite && (
                    <span className="zt-check-acts">
                      <Button size="small" onClick={() => onAsk({ act: 'actual', promise })}>
                        {t('actual.enter')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
