import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { ErrorState, KeyValue, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import type { LogEntry } from '../contract.ts'
import { columnWords, detailWords, subjectWords, valueWords } from './entry-words.ts'
import { showSecond } from './show-second.ts'
import { useChange } from './use-log.ts'

type EntryPanelProps = {
  entry: LogEntry
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
}

/** All that an entry says; of a write, each field before and after. */
export function EntryPanel({ entry, ...steps }: EntryPanelProps) {
  const t = useWords('audit')
  const nobody = t(entry.kind === 'signInFailed' ? 'unknownPerson' : 'noActor')
  return (
    <SidePanel label={t('opened')} title={t(`kind.${entry.kind}`)} {...steps}>
      <div className="zt-log-entry">
        <KeyValue
          columns={1}
          items={[
            { label: t('at'), value: showSecond(entry.at) },
            { label: t('person'), value: entry.actor?.name ?? nobody },
            { label: t('what'), value: subjectWords(t, entry) },
            {
              label: t('kindLabel'),
              value: [t(`kind.${entry.kind}`), detailWords(t, entry)].filter(Boolean).join('：'),
            },
            ...(entry.address ? [{ label: t('address'), value: entry.address }] : []),
            ...(entry.rowId ? [{ label: t('rowId'), value: <code>{entry.rowId}</code> }] : []),
            { label: t('position'), value: String(entry.position) },
            {
              label: t('seal'),
              value: entry.seal === null ? t('notSealed') : t('sealed', { number: entry.seal }),
            },
          ]}
        />
        {entry.operation && <Changed entry={entry} />}
        {entry.rowId && (
          <Link to="/audit" search={{ record: entry.rowId } as never}>
            {t('openRecord')}
          </Link>
        )}
      </div>
    </SidePanel>
  )
}

function Changed({ entry }: { entry: LogEntry }) {
  const t = useWords('audit')
  const { language } = useLanguage()
  const { data, error, refetch } = useChange(entry.position, true)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <LoadingBar />
  const words = [
    entry.operation && t(`operation.${entry.operation}`),
    t('revision', { number: data.revision }),
  ]
  return (
    <section>
      <h2>{words.filter(Boolean).join(' · ')}</h2>
      {data.values.length === 0 ? (
        <p className="zt-quiet">{t('noChange')}</p>
      ) : (
        <table className="zt-log-values">
          <thead>
            <tr>
              {(['column', 'before', 'after'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.values.map(({ column, from, to }) => (
              <tr key={column}>
                <th scope="row">{columnWords(t, language, data.entity, column)}</th>
                <td>{valueWords(t, language, data.entity, column, from)}</td>
                <td>{valueWords(t, language, data.entity, column, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
