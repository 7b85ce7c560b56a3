import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import { measures } from '../../goals/measures.ts'
import { showValue, unitWords } from '../../goals/web/goal-words.ts'
import type { Preview } from '../reorganisation.ts'
import { roleWords } from './role-words.ts'

/** What an act moves: five counts, each of which opens to its rows; and what stands in its way. */
export function PreviewSheet({ preview, done }: { preview: Preview; done: boolean }) {
  const t = useWords('reorganisation')
  const goalWords = useWords('goals')
  const { language } = useLanguage()
  const { counts, faults, units, posts, projects, territories, goals } = preview
  const posted = ({ from, to }: Preview['posts'][number]) =>
    from === null
      ? t('postBegins', { to: to ?? '' })
      : to === null
        ? t('postEnds', { from })
        : t('postMoves', { from, to })
  const nowhere = t('noCorps')
  return (
    <>
      {faults.length > 0 && (
        <Alert
          type="error"
          title={t('faults')}
          description={
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.step} ${fault.message}`}>
                  {fault.step !== null && t('atStep', { number: fault.step + 1 })}
                  {fault.message}
                  {fault.rows.length > 0 && (
                    <div className="zt-quiet">{t('inTheWay', { names: fault.rows.join('、') })}</div>
                  )}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <h2>{t(done ? 'previewDone' : 'preview')}</h2>
      {preview.left > 0 && <p className="zt-quiet">{t('left', { count: preview.left })}</p>}
      <Count title={t('counts.units', { count: counts.units })} empty={units.length === 0}>
        {units.map((row) => (
          <tr key={`${row.what} ${row.id} ${row.to}`}>
            <th scope="row">{row.name}</th>
            <td>{t(`sheet.${row.what}`, { from: row.from ?? '', to: row.to ?? '' })}</td>
          </tr>
        ))}
      </Count>
      <Count title={t('counts.posts', { count: counts.posts })} empty={posts.length === 0}>
        {posts.map((row) => (
          <tr key={`${row.id} ${row.to}`}>
            <th scope="row">
              {row.member} <span className="zt-quiet">{t(roleWords(row.role))}</span>
            </th>
            <td>{posted(row)}</td>
          </tr>
        ))}
      </Count>
      <Count title={t('counts.projects', { count: counts.projects })} empty={projects?.length === 0}>
        {projects?.map((row) => (
          <tr key={`${row.id} ${row.to}`}>
            <th scope="row">{row.name}</th>
            <td>
              {t('postMoves', {
                from: row.from ?? nowhere,
                to: row.leaves ? t('outside') : (row.to ?? nowhere),
              })}
            </td>
          </tr>
        ))}
        {!projects && (
          <tr>
            <td>
              <EmptyState quiet title={t('projectsHidden')} />
            </td>
          </tr>
        )}
      </Count>
      <Count title={t('counts.territories', { count: counts.territories })} empty={territories.length === 0}>
        {territories.map((row) => (
          <tr key={`${row.id} ${row.to}`}>
            <th scope="row">{row.name}</th>
            <td>
              {row.from === null
                ? t('postBegins', { to: row.to ?? '' })
                : t('postMoves', { from: row.from, to: row.to ?? t('outside') })}
            </td>
          </tr>
        ))}
      </Count>
      <Count title={t('counts.goals', { count: counts.goals })} empty={goals.length === 0}>
        {goals.map((row) => (
          <tr key={`${row.id} ${row.what}`}>
            <th scope="row">
              {row.unit}{' '}
              <span className="zt-quiet">
                {showWhen(row.period, language)} {measures[row.measure][language]}
              </span>
            </th>
            <td>
              {t(row.what === 'ends' ? 'goalEnds' : 'goalBegins', {
                value: showValue(row.measure, row.value),
                unit: unitWords(row.measure, goalWords),
              })}
            </td>
          </tr>
        ))}
      </Count>
    </>
  )
}

function Count({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  return empty ? (
    <p className="zt-preview-none">{title}</p>
  ) : (
    <details className="zt-preview">
      <summary>{title}</summary>
      <table>
        <tbody>{children}</tbody>
      </table>
    </details>
  )
}
