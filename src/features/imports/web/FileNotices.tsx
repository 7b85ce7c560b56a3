import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { importsTexts } from './texts.ts'

type Notice = LedgerImport['notices'][number]

const mostPlaces = 5

/** What the reading met in the file as a whole: macros, encodings, formulas without results. One line a kind. */
export function FileNotices({ notices }: { notices: readonly Notice[] }) {
  const t = useWords('imports')
  const byCode = Map.groupBy(notices, ({ code }) =>
    Object.hasOwn(importsTexts.zh.notice, code) ? code : 'other',
  )
  if (byCode.size === 0) return null
  return (
    <ul className="zt-notices" aria-label={t('notice.title')}>
      {[...byCode].map(([code, list]) => (
        <li key={code}>
          {t(`notice.${code}`, { place: placesOf(list), message: list[0]?.message ?? '' })}
          {restOf(list) > 0 && t('notice.more', { count: restOf(list) })}
        </li>
      ))}
    </ul>
  )
}

const placesOf = (notices: readonly Notice[]) =>
  notices
    .filter(({ sheet, cell }) => sheet ?? cell)
    .slice(0, mostPlaces)
    .map(({ sheet, cell }) => [sheet, cell].filter(Boolean).join(' '))
    .join('、')

/** The reader counts beyond its first hundred in a line of its own, `+12`. */
function restOf(notices: readonly Notice[]): number {
  const placed = notices.filter(({ sheet, cell }) => sheet ?? cell).length
  const counted = notices.reduce(
    (sum, { message }) => sum + (/^\+\d+$/.test(message ?? '') ? Number(message) : 0),
    0,
  )
  return Math.max(0, placed - mostPlaces) + counted
}
