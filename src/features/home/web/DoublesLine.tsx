import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/api.ts'
import { nothing, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'

const minutes = 60_000

/** How many pairs may be one project. To find them takes a while in a large zone, so the line stands there and is filled. */
export function DoublesLine() {
  const t = useWords('home')
  const { data } = useQuery({
    queryKey: ['duplicates', 'home'],
    queryFn: () => api.get<{ total: number }>('/duplicates', { limit: 1 }),
    staleTime: 5 * minutes,
  })
  return (
    <h3>
      <Link to="/ledger/duplicates">
        {t('doubles')} <span className="zt-home-total">{data ? showNumber(data.total) : nothing}</span>
      </Link>
    </h3>
  )
}
