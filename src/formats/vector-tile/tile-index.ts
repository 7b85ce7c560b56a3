import Flatbush from 'flatbush'
import { cutShape, extent, type Frame, margin, pointOf } from './cut.ts'
import { Heaps } from './heaps.ts'
import { type Shape, shapeOf, type TileFeature } from './shape.ts'

export type { TileFeature } from './shape.ts'

export type CutFeature =
  | { id: number; type: 1; tags: TileFeature['properties']; geometry: [number, number][] }
  /** Without a number it is several features in one. */
  | { id?: number; type: 3; tags: TileFeature['properties']; geometry: [number, number][][] }
/** Features in steps of a tile, in the order of their numbers. */
export type Tile = { features: CutFeature[] }

/** Beyond this tiles are enlarged by the renderer; 4,096 steps of a tile are 2 cm here. */
export const deepestZoom = 18
/** Points of an outline nearer to each other are one; an eighth of a pixel is a step. */
const apart = 3
/** So many that were put are searched one by one, before all are ordered anew. */
const looseAtMost = 1_000

/** Features that tiles are cut from, whichever is asked for; one that changes costs no more than itself. */
export class TileIndex {
  /** In the tree by their place in it; undefined for what is gone or was put anew since. */
  #planted: (Shape | undefined)[] = []
  #tree: Flatbush | undefined
  readonly #common: readonly string[] | undefined
  readonly #slots = new Map<number, number>()
  readonly #loose = new Map<number, Shape>()

  /** Surfaces too small to tell apart are drawn as one where these properties of theirs are alike; without names they are left out. */
  constructor(features: readonly TileFeature[], common?: readonly string[]) {
    this.#common = common
    this.#plant(features.flatMap((feature) => shapeOf(feature, common) ?? []))
  }

  /** Puts features in the place of those with the same id; adds those that are new. */
  put(features: readonly TileFeature[]) {
    this.remove(features.map(({ id }) => id))
    for (const feature of features) {
      const shape = shapeOf(feature, this.#common)
      if (shape) this.#loose.set(shape.id, shape)
    }
    if (this.#loose.size > looseAtMost) this.#plant([...this.#planted, ...this.#loose.values()])
  }

  remove(ids: readonly number[]) {
    for (const id of ids) {
      this.#loose.delete(id)
      const slot = this.#slots.get(id)
      if (slot !== undefined) this.#planted[slot] = undefined
    }
  }

  /** Of the features that pass; null where nothing is. */
  tile(z: number, x: number, y: number, passes?: (id: number) => boolean): Tile | null {
    const scale = 2 ** z * extent
    const frame = { scale, x: x * extent, y: y * extent }
    const features = this.#cut(this.#near(frame, passes), frame, z === deepestZoom ? 1 : apart)
    return features.length > 0 ? { features } : null
  }

  #plant(shapes: readonly (Shape | undefined)[]) {
    const there = shapes.filter((shape) => shape !== undefined).sort((a, b) => a.id - b.id)
    this.#planted = there
    this.#loose.clear()
    this.#slots.clear()
    this.#tree = there.length > 0 ? new Flatbush(there.length) : undefined
    for (const { id, west, north, east, south } of there)
      this.#slots.set(id, this.#tree?.add(west, north, east, south) ?? 0)
    this.#tree?.finish()
  }

  /** In the order of their numbers: one who asks twice gets the same bytes, whatever was put in between. */
  #near({ scale, x, y }: Frame, passes: (id: number) => boolean = () => true): Shape[] {
    const [west, north] = [(x - margin) / scale, (y - margin) / scale]
    const [east, south] = [(x + extent + margin) / scale, (y + extent + margin) / scale]
    const found: Shape[] = []
    for (const slot of Uint32Array.from(this.#tree?.search(west, north, east, south) ?? []).sort()) {
      const shape = this.#planted[slot]
      if (shape && passes(shape.id)) found.push(shape)
    }
    const planted = found.length
    for (const shape of this.#loose.values()) {
      const isNear = shape.west <= east && shape.east >= west && shape.north <= south && shape.south >= north
      if (isNear && passes(shape.id)) found.push(shape)
    }
    return found.length > planted ? found.sort((a, b) => a.id - b.id) : found
  }

  #cut(shapes: readonly Shape[], frame: Frame, nearest: number): CutFeature[] {
    const features: CutFeature[] = []
    const put = (shape: Shape, instead?: [number, number][]) => {
      const { id, properties: tags, isPoint } = shape
      if (isPoint) return features.push({ id, type: 1, tags, geometry: [pointOf(shape, frame)] })
      const cut = cutShape(shape, frame, nearest)
      const geometry = cut.length === 0 && instead ? [instead] : cut
      return geometry.length > 0 && features.push({ id, type: 3, tags, geometry })
    }
    const common = this.#common
    if (!common) {
      for (const shape of shapes) put(shape)
      return features
    }
    const heaps = new Heaps(frame)
    const tags = new Map<string, Shape['properties']>()
    const tagsOf = ({ kind, properties }: Shape) => {
      const shared = tags.get(kind) ?? pick(properties, common)
      tags.set(kind, shared)
      return shared
    }
    for (const shape of shapes) if (!heaps.take(shape)) put(shape)
    for (const { first, isAlone, square } of heaps.all())
      if (isAlone) put(first, square)
      else features.push({ type: 3, tags: tagsOf(first), geometry: [square] })
    return features
  }
}

const pick = (properties: TileFeature['properties'], names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, properties[name] ?? '']] : [])))
