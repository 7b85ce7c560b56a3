import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLive } from '../../../web/live.ts'
import type {
  BuildingDetail,
  BuildingList,
  BuildingPatch,
  FloorPatch,
  LeaseInput,
  LeasePatch,
  RoomDetail,
  RoomList,
  RoomPatch,
} from '../contract.ts'
import { type Asked, buildingQuery, roomQuery } from './rooms-address.ts'
import { roomsMoved } from './rooms-moved.ts'

const all = ['buildings'] as const

export const useBuildingList = (asked: Asked, enabled: boolean) =>
  useQuery({
    queryKey: [...all, 'list', buildingQuery(asked)],
    queryFn: () => api.get<BuildingList>('/buildings', buildingQuery(asked)),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useRoomList = (asked: Asked, enabled: boolean) =>
  useQuery({
    queryKey: [...all, 'rooms', roomQuery(asked)],
    queryFn: () => api.get<RoomList>('/rooms', roomQuery(asked)),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useBuilding = (id: string, enabled = true) =>
  useQuery({
    queryKey: [...all, 'one', id],
    queryFn: () => api.get<BuildingDetail>(`/buildings/${id}`),
    retry: false,
    enabled,
  })

export const useRoom = (id: string) =>
  useQuery({
    queryKey: [...all, 'room', id],
    queryFn: () => api.get<RoomDetail>(`/rooms/${id}`),
    retry: false,
  })

/** Everything that shows rooms asks again. */
export function useRoomsMoved() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ['buildings', 'map'].includes(String(queryKey[0])),
    })
}

/** What somebody else writes shows on every open page; a day of the past stands still. */
export function useFollowedRooms() {
  const { day } = useAsOf()
  const moved = useRoomsMoved()
  useLive((written) => {
    if (roomsMoved(written)) void moved()
  }, day === undefined)
}

export function useRoomActs() {
  const moved = useRoomsMoved()
  // Also after a failure: somebody else was quicker, or an answer was lost.
  const onSettled = () => void moved()
  return {
    building: useMutation({
      mutationFn: ({ id, ...patch }: BuildingPatch & { id: string }) =>
        api.send('PATCH', `/buildings/${id}`, patch),
      onSettled,
    }),
    floor: useMutation({
      mutationFn: ({ id, ...patch }: FloorPatch & { id: string }) =>
        api.send('PATCH', `/floors/${id}`, patch),
      onSettled,
    }),
    room: useMutation({
      mutationFn: ({ id, ...patch }: RoomPatch & { id: string }) => api.send('PATCH', `/rooms/${id}`, patch),
      onSettled,
    }),
    lease: useMutation({ mutationFn: (input: LeaseInput) => api.send('POST', '/leases', input), onSettled }),
    changeLease: useMutation({
      mutationFn: ({ id, ...patch }: LeasePatch & { id: string }) =>
        api.send('PATCH', `/leases/${id}`, patch),
      onSettled,
    }),
    removeLease: useMutation({
      mutationFn: ({ id, revision }: { id: string; revision: number }) =>
        api.send('DELETE', `/leases/${id}?revision=${revision}`),
      onSettled,
    }),
  }
}
