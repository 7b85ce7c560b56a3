import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../../web/api.ts'
import type { MapDifferences, MapDifferencesQuery } from '../../differences-contract.ts'

/** What differs on the day that is looked at since an earlier one; not asked for without that. */
export const useDifferences = (query: Omit<MapDifferencesQuery, 'since'> & { since: string | undefined }) =>
  useQuery({
    queryKey: ['map', 'differences', query],
    queryFn: () => api.get<MapDifferences>('/map/differences', query),
    placeholderData: keepPreviousData,
    enabled: query.since !== undefined,
  })
