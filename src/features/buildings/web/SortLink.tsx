import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'

type SortLinkProps = { now: string; by: string; label: string; unit?: string }

/** A heading that orders the list by its column, in the one way that is of use. */
export function SortLink({ now, by, label, unit }: SortLinkProps) {
  const t = useWords('buildings')
  const isIt = now === by
  return (
    <th
      scope="col"
      className={unit ? 'zt-number' : undefined}
      aria-sort={isIt ? (by.startsWith('-') ? 'descending' : 'ascending') : undefined}
    >
      <Link
        to="."
        search={((before: object) => ({ ...before, sort: by, page: undefined })) as never}
        title={t('sortBy', { what: label })}
      >
        {label}
        {unit && <span className="zt-quiet"> {unit}</span>}
        <span aria-hidden="true">{isIt ? (by.startsWith('-') ? ' ↓' : ' ↑') : ''}</span>
      </Link>
    </th>
  )
}
