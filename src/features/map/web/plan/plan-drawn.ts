/** A parcel of a plan, its label’s point, or a building with rooms of it. */
export type PlanFeature = {
  type: 'Feature'
  properties: {
    /** Ids, a space between. */
    projects: string
    isKept: boolean
    /** None on land. */
    rooms: number
    label: string
  }
  geometry:
    | { type: 'Polygon'; coordinates: number[][][] }
    | { type: 'MultiPolygon'; coordinates: number[][][][] }
    | { type: 'Point'; coordinates: [number, number] }
}
/** What of a plan is drawn, and the project that is looked at. */
export type PlanDrawn = { features: readonly PlanFeature[]; focus: string | undefined }
