import { Type } from 'typebox'
import { Day, Id, nullable, type Static } from '../../shared/schema.ts'
import { Boundary, Bounds } from '../spaces/contract.ts'

/** Where the placements of a plan are on the day looked at, and which of them are kept. */
export const PlanPlaces = Type.Object({
  spaces: Type.Array(
    Type.Object({
      /** As the plan names it, a parcel or a room. */
      id: Id,
      /** The parcel itself, or what it was split into or joined to since; none where it is gone, and for a room. */
      parcelIds: Type.Array(Id),
      /** Of a room, where it has a place. */
      building: nullable(
        Type.Object({ id: Id, name: Type.String(), lon: Type.Number(), lat: Type.Number() }),
      ),
    }),
  ),
  parcels: Type.Array(
    Type.Object({
      id: Id,
      label: Type.String(),
      areaM2: Type.Number(),
      boundary: Boundary,
      bounds: Bounds,
      lon: Type.Number(),
      lat: Type.Number(),
    }),
  ),
  /** Spaces of the plan that are kept for the very project it places there. */
  kept: Type.Array(Type.Object({ projectId: Id, spaceId: Id, untilOn: nullable(Day) })),
})
export type PlanPlaces = Static<typeof PlanPlaces>
