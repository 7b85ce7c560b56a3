import { useMutation } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type {
  BuildingDetail,
  BuildingInput,
  CombinationInput,
  Division,
  DivisionInput,
  Room,
  RoomDetail,
  RoomInput,
} from '../contract.ts'
import { useRoomsMoved } from './use-buildings.ts'

/** Which buildings and rooms there are: what is added, divided, combined and removed. */
export function useBuildingActs() {
  const moved = useRoomsMoved()
  // Also after a failure: somebody else was quicker, or an answer was lost.
  const onSettled = () => void moved()
  return {
    addBuilding: useMutation({
      mutationFn: (input: BuildingInput) => api.send<BuildingDetail>('POST', '/buildings', input),
      onSettled,
    }),
    removeBuilding: useMutation({
      mutationFn: ({ id, revision }: Pick<BuildingDetail, 'id' | 'revision'>) =>
        api.send('DELETE', `/buildings/${id}?revision=${revision}`),
      onSettled,
    }),
    addRoom: useMutation({
      mutationFn: (input: RoomInput) => api.send<RoomDetail>('POST', '/rooms', input),
      onSettled,
    }),
    divide: useMutation({
      mutationFn: ({ id, ...input }: DivisionInput & { id: string }) =>
        api.send<Division>('POST', `/rooms/${id}/division`, input),
      onSettled,
    }),
    combine: useMutation({
      mutationFn: ({ id, ...input }: CombinationInput & { id: string }) =>
        api.send<RoomDetail>('POST', `/rooms/${id}/combination`, input),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: Pick<Room, 'id' | 'revision'>) =>
        api.send('DELETE', `/rooms/${id}?revision=${revision}`),
      onSettled,
    }),
  }
}
