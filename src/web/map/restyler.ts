import type { StyleSpecification } from 'maplibre-gl'

type Heard = { unsubscribe: () => void }
/** What a restyler needs of a map. */
export type Restyled = {
  setStyle: (style: StyleSpecification, options: { diff: true }) => unknown
  getSource: (id: string) => unknown
  once: (name: 'render', listener: () => void) => unknown
  on: (name: 'sourcedata', listener: (event: SourceTold) => void) => Heard
  triggerRepaint: () => void
}
type SourceTold = { sourceId?: string; sourceDataChanged?: boolean }
type Turnable = { setTiles: (tiles: string[]) => unknown }

/**
 * Changes a map’s style in place. A source with other addresses would be taken away and put back, and the map be white
 * between: it is told them instead. It must be told while none of its layers waits to be drawn otherwise — the renderer
 * forgets what a source says meanwhile — so layers go first, then addresses, then whatever was asked for since.
 */
export class Restyler {
  readonly #map: Restyled
  #shown: StyleSpecification
  #next: StyleSpecification | undefined
  #isTurning = false

  constructor(map: Restyled, first: StyleSpecification) {
    this.#map = map
    this.#shown = first
  }

  show(style: StyleSpecification) {
    if (this.#isTurning) {
      this.#next = style
      return
    }
    if (style === this.#shown) return
    const turned = turnedSources(this.#shown, style)
    const standing = Object.fromEntries(turned.map(([id]) => [id, this.#shown.sources[id]]))
    this.#shown = style
    this.#map.setStyle(
      turned.length > 0
        ? ({ ...style, sources: { ...style.sources, ...standing } } as StyleSpecification)
        : style,
      { diff: true },
    )
    if (turned.length > 0) this.#turn(new Map(turned))
  }

  #turn(waiting: Map<string, string[]>) {
    this.#isTurning = true
    const heard = this.#map.on('sourcedata', ({ sourceId, sourceDataChanged }) => {
      if (!sourceDataChanged || !sourceId || !waiting.delete(sourceId) || waiting.size > 0) return
      heard.unsubscribe()
      this.#isTurning = false
      const next = this.#next
      this.#next = undefined
      if (next) this.show(next)
    })
    this.#map.once('render', () => {
      for (const [id, tiles] of waiting) (this.#map.getSource(id) as Turnable | undefined)?.setTiles(tiles)
    })
    this.#map.triggerRepaint()
  }
}

function turnedSources(before: StyleSpecification, after: StyleSpecification): [string, string[]][] {
  return Object.entries(after.sources).flatMap(([id, source]): [string, string[]][] => {
    const known = before.sources[id]
    if (source.type !== 'vector' || known?.type !== 'vector' || !source.tiles) return []
    return String(source.tiles) === String(known.tiles) ? [] : [[id, source.tiles]]
  })
}
