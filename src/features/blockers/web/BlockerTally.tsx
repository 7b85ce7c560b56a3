import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { BlockerCounts } from '../contract.ts'
import { type Level, levels, levelWords } from '../ladder.ts'
import type { Asked } from './asked.ts'
import { LevelMark } from './LevelMark.tsx'

type Row = { corpsId: string | null; counts: BlockerCounts }
type BlockerTallyProps = { rows: readonly Row[]; corpsName: (id: string | null) => string; asked: Asked }

const whole = (counts: BlockerCounts) => levels.reduce((sum, level) => sum + counts[level], 0)

/** Corps down, levels across; every count leads to its rows. */
export function BlockerTally({ rows, corpsName, asked }: BlockerTallyProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const { corpsId: own } = useMe()
  const inOrder = [...rows].sort(
    (a, b) =>
      Number(b.corpsId === own) - Number(a.corpsId === own) ||
      Number(a.corpsId === null) - Number(b.corpsId === null) ||
      corpsName(a.corpsId).localeCompare(corpsName(b.corpsId), 'zh'),
  )
  const all = Object.fromEntries(
    levels.map((level) => [level, rows.reduce((sum, { counts }) => sum + counts[level], 0)]),
  ) as BlockerCounts
  const cells = (corps: string | undefined, name: string, counts: BlockerCounts) =>
    [...levels, undefined].map((level) => {
      const count = level === undefined ? whole(counts) : counts[level]
      const word = level === undefined ? t('all') : levelWords[level][language]
      return (
        <td
          key={word}
          className="zt-number"
          data-chosen={(asked.corps === corps && asked.level === level) || undefined}
        >
          <Count
            count={count}
            asked={{ ...asked, corps, level }}
            label={t('cell', { corps: name, level: word, count })}
          />
        </td>
      )
    })
  return (
    <table className="zt-blocker-tally">
      <thead>
        <tr>
          <th scope="col">{t('corps')}</th>
          {levels.map((level: Level) => (
            <th key={level} scope="col" className="zt-number">
              <LevelMark level={level} />
            </th>
          ))}
          <th scope="col" className="zt-number">
            {t('all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map(({ corpsId, counts }) => (
          <tr key={corpsId ?? 'none'} data-own={(corpsId !== null && corpsId === own) || undefined}>
            <th scope="row">{corpsName(corpsId)}</th>
            {cells(corpsId ?? 'none', corpsName(corpsId), counts)}
          </tr>
        ))}
      </tbody>
      {(rows.length > 1 || asked.corps) && (
        <tfoot>
          <tr>
            <th scope="row">{t('all')}</th>
            {cells(undefined, t('allCorps'), all)}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Count({ count, asked, label }: { count: number; asked: Asked; label: string }) {
  if (count === 0)
    return (
      <>
        <span className="zt-quiet" aria-hidden="true">
          ·
        </span>
        <span className="zt-unseen">0</span>
      </>
    )
  return (
    <Link to="/blockers" search={asked as never} aria-label={label}>
      {showNumber(count)}
    </Link>
  )
}
