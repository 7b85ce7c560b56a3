import { Type } from 'typebox'
import { Abilities, body, nullable, oneOf, optional, type Static } from '../../shared/schema.ts'
import { Bounds } from '../spaces/contract.ts'
import { basemapKinds, basemapSystems, tiandituLayers, tileSets } from './model/sources.ts'

const told = {
  kind: oneOf(basemapKinds),
  layer: oneOf(tiandituLayers),
  address: Type.String({ maxLength: 1000 }),
  file: Type.String({ maxLength: 200 }),
  system: oneOf(basemapSystems),
  credit: Type.String({ maxLength: 120 }),
  nearest: Type.Integer({ minimum: 1, maximum: 22 }),
}

/** What the zone's map is drawn over, as its system administrator sees it; the key itself is told to nobody. */
export const Basemap = Type.Object({
  /** 0 while the zone has set nothing. */
  revision: Type.Integer(),
  ...told,
  hasKey: Type.Boolean(),
  /** Names in the folder of base maps. */
  files: Type.Array(Type.String()),
  abilities: Abilities,
})

export const BasemapInput = body({
  revision: Type.Integer({ minimum: 0 }),
  ...told,
  /** Left out: as before. */
  key: optional(Type.String({ maxLength: 200 })),
})

/** What came when the base map was asked for one picture in the middle of the zone. */
export const BasemapCheck = Type.Object({
  /** Null: it has none there. */
  bytes: nullable(Type.Integer()),
  milliseconds: Type.Integer(),
})

/** What a map needs to draw it. */
export const BasemapView = Type.Object({
  /** From below upwards; empty: no base map. */
  sets: Type.Array(oneOf(tileSets)),
  /** Another when its pictures are others. */
  version: Type.String(),
  system: oneOf(basemapSystems),
  credit: Type.String(),
  nearest: Type.Integer(),
  /** Where it has pictures; null: not known. */
  bounds: nullable(Bounds),
})

export const BaseTileParams = Type.Object({
  set: oneOf(tileSets),
  z: Type.Integer({ minimum: 0, maximum: 22 }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
})
/** `v` only tells pictures of different base maps apart in a browser’s memory. */
export const BaseTileQuery = body({ v: Type.Optional(Type.String({ maxLength: 80 })) })

export type Basemap = Static<typeof Basemap>
export type BasemapInput = Static<typeof BasemapInput>
export type BasemapCheck = Static<typeof BasemapCheck>
export type BasemapView = Static<typeof BasemapView>
