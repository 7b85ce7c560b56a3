type Parcel = { territoryId: string | null }

/** Within the borders that a building’s place is kept by. */
export const isPlace = (lon: number, lat: number) => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54

/** The territory that a building stands in: its parcel’s, or else the one drawn around its own place. */
export const standsIn = (
  parcel: Parcel | undefined,
  place: readonly [lon: number, lat: number] | undefined,
  territoryAt: (lon: number, lat: number) => string | undefined,
): string | undefined => parcel?.territoryId ?? (place && territoryAt(...place))
