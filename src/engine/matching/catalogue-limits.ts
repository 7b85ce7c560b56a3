export type PlaceLimits = {
  /** Shorter shared borders join nothing. */
  leastBorderM: number
  /** How many may be one place: up to three parcels. */
  mostParcels: 1 | 2 | 3
  mostRooms: number
  /** How many joined places there are at most, and combinations on each floor. */
  mostJoins: number
  mostOnFloor: number
  /** How many places a project is given at most, those nearest to the area it asks for. */
  mostForProject: number
}
export const usualLimits: PlaceLimits = {
  leastBorderM: 20,
  mostParcels: 3,
  mostRooms: 3,
  mostJoins: 50_000,
  mostOnFloor: 1_000,
  mostForProject: 4_000,
}
