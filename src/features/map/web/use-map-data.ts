import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { ParcelList, ParcelQuery, ProjectPlace } from '../../spaces/contract.ts'
import type { Findings, Legend, LegendQuery, MapSelection, MapState } from '../contract.ts'

export const mapStateQuery = queryOptions({
  queryKey: ['map', 'state'],
  queryFn: () => api.get<MapState>('/map'),
})
export const useMapState = () => useQuery(mapStateQuery)

export const useLegend = (query: LegendQuery, isWanted: boolean) =>
  useQuery({
    queryKey: ['map', 'legend', query],
    queryFn: () => api.get<Legend>('/map/legend', query),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  })

export const useFindings = (q: string) =>
  useQuery({
    queryKey: ['map', 'find', q],
    queryFn: () => api.get<Findings>('/map/find', { q }),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  })

export const useSelection = (within: string | undefined) =>
  useQuery({
    queryKey: ['map', 'selection', within],
    queryFn: () => api.get<MapSelection>('/map/selection', { within }),
    enabled: within !== undefined,
  })

export const useParcels = (query: ParcelQuery) =>
  useQuery({
    queryKey: ['map', 'parcels', query],
    queryFn: () => api.get<ParcelList>('/parcels', query),
    placeholderData: keepPreviousData,
  })

export const usePlace = (projectId: string) =>
  useQuery({
    queryKey: ['map', 'place', projectId],
    queryFn: () => api.get<ProjectPlace>(`/projects/${projectId}/place`),
    retry: false,
  })
