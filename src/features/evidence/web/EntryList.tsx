import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import { stageWords, standings, standingWords } from '../../projects/stages.ts'
import type { Evidence } from '../contract.ts'

/** How the project came to where it stands: stages entered, steps back and leaps with their reasons, stops. */
export function EntryList({ evidence }: { evidence: Evidence }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { entries, standingChanges, standing } = evidence
  const standingWord = (text: string) => {
    const known = standings.find((one) => one === text)
    return known ? standingWords[known][language] : text
  }
  const isUnreasoned = standing !== 'ongoing' && standingChanges[0]?.standing !== standing
  return (
    <>
      <section aria-label={t('tab.entries')}>
        <div className="zt-section-head">
          <h2>{t('tab.entries')}</h2>
        </div>
        {entries.length === 0 && <EmptyState quiet title={t('tab.noEntries')} />}
        <ol className="zt-entries">
          {entries.map((entry) => (
            <li key={entry.id} data-kind={entry.kind}>
              <time dateTime={entry.enteredAt}>{showTime(entry.enteredAt)}</time>
              <b>{entry.enteredBy}</b>
              <span>
                {t(`entry.${entry.kind}`, {
                  from: stageWords[entry.fromStage][language],
                  to: stageWords[entry.stage][language],
                })}
              </span>
              <span className={entry.isProven ? 'zt-evidence-verified' : 'zt-quiet'}>
                {entry.isProven ? `✓ ${t('proven')}` : `○ ${t('noEvidence')}`}
              </span>
              {entry.reason && <span className="zt-entry-reason">{entry.reason}</span>}
            </li>
          ))}
        </ol>
      </section>
      {(standingChanges.length > 0 || isUnreasoned) && (
        <section aria-label={t('tab.standings')}>
          <div className="zt-section-head">
            <h2>{t('tab.standings')}</h2>
          </div>
          {isUnreasoned && <p className="zt-quiet">{t('tab.unreasoned')}</p>}
          <ol className="zt-entries">
            {standingChanges.map((change) => (
              <li key={change.id}>
                <time dateTime={change.changedAt}>{showTime(change.changedAt)}</time>
                <b>{change.changedBy}</b>
                <span>{t('standingTo', { to: standingWord(change.standing) })}</span>
                {change.reason && (
                  <span>{language === 'en' ? (change.reason.en ?? change.reason.zh) : change.reason.zh}</span>
                )}
                {change.note && <span className="zt-entry-reason">{change.note}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
