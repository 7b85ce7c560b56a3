import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { kindWords } from '../kinds.ts'
import type { Asked } from './asked.ts'
import type { BlockerRowsProps } from './BlockerCards.tsx'
import { LevelMark } from './LevelMark.tsx'
import { toBlocker } from './to-blocker.ts'
import { whoHasIt } from './who-has-it.ts'

export function BlockerTable({ items, corpsName, asked }: BlockerRowsProps & { asked: Asked }) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const sorted = (sort: Asked['sort'], what: string) => {
    const isChosen = asked.sort === sort
    return (
      <th scope="col" className="zt-number" aria-sort={isChosen ? 'descending' : undefined}>
        <Link to="/blockers" search={{ ...asked, sort } as never} title={t('sortBy', { what })}>
          {what} <span className="zt-quiet">{t('days')}</span>
          <span aria-hidden="true">{isChosen ? ' ↓' : ''}</span>
        </Link>
      </th>
    )
  }
  return (
    <div className="zt-blocker-place">
      <table className="zt-blocker-table">
        <thead>
          <tr>
            <th scope="col">{t('level')}</th>
            <th scope="col">{t('room')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('corps')}</th>
            <th scope="col">{t('with')}</th>
            {sorted(undefined, t('longestOpen'))}
            {sorted('level', t('longestLevel'))}
            <th scope="col">{t('wantedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td>
                <LevelMark level={row.level} />
              </td>
              <th scope="row">
                <Link {...toBlocker(row)}>{row.title}</Link>
              </th>
              <td>{kindWords[row.kind][language]}</td>
              <td>{row.projectName}</td>
              <td>{corpsName(row.corpsId)}</td>
              <td>{whoHasIt(t, row) || nothing}</td>
              <td className="zt-number">{row.daysOpen}</td>
              <td className="zt-number">{row.daysAtLevel}</td>
              <td>
                {row.late ? (
                  <span className="zt-late">
                    {row.wantedOn} ■ {t('late')}
                  </span>
                ) : (
                  (row.wantedOn ?? nothing)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
