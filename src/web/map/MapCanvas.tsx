import { GPUInitializationError, type StyleSpecification } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Pixels } from './patterns.ts'
import { Restyler } from './restyler.ts'
import { type Cover, type MapLibre, type Placed, startMap } from './start-map.ts'
import './map-canvas.css'

/** What does not come in this time is not waited for. */
const plainAtMostMs = 3_000
/** Each kind of layer has a program made on the graphics card, which holds all drawing up: the land comes first, by one. */
const plainOf = (style: StyleSpecification): StyleSpecification => ({
  ...style,
  layers: style.layers.filter(
    (layer) =>
      layer.type === 'background' || (layer.type === 'fill' && layer.paint?.['fill-pattern'] === undefined),
  ),
})

/** Pictures that the style names, drawn when it asks for them. */
export type Images = (id: string) => { pixels: Pixels; pixelRatio: number; sdf: boolean } | undefined

type MapCanvasProps = {
  style: StyleSpecification
  images: Images
  /** Where it begins; afterwards it is the person who moves it. */
  at: Placed
  /** What lies over it from the beginning. */
  cover: Cover
  label: string
  /** Nobody moves it: it is looked at. */
  isPicture?: boolean
  onMap: (map: MapLibre | undefined) => void
  /** The land is drawn, or has not come in the time that is waited for it. */
  onLand?: () => void
  /** This browser draws no maps: found out by trying, since a canvas made for the question is not cheap. */
  onFail?: () => void
}

/** A map and nothing over it. Another style changes it in place: what is alike stays drawn. */
export function MapCanvas({
  style,
  images,
  at,
  cover,
  label,
  isPicture = false,
  onMap,
  onLand,
  onFail,
}: MapCanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const current = useRef<{ map: MapLibre; restyler: Restyler; isReady: boolean } | undefined>(undefined)
  const latest = useRef({ style, images, at, cover, isPicture, onMap, onLand, onFail })
  latest.current = { style, images, at, cover, isPicture, onMap, onLand, onFail }

  useEffect(() => {
    const container = place.current
    if (!container) return
    const { style: whole, at: where, cover: over, isPicture: fixed, onMap: tell } = latest.current
    const first = plainOf(whole)
    const map = startedOr(latest.current.onFail, () => startMap(container, first, where, over, fixed))
    if (!map) return
    const own = { map, restyler: new Restyler(map, first), isReady: false }
    current.current = own
    map.setMissingStyleImageResolver((id) => {
      const image = latest.current.images(id)
      if (image && !map.hasImage(id)) map.addImage(id, image.pixels, image)
    })
    const ready = () => {
      if (own.isReady) return
      own.isReady = true
      map.getContainer().dataset['land'] = 'drawn'
      own.restyler.show(latest.current.style)
      latest.current.onLand?.()
    }
    map.once('load', ready)
    const timer = setTimeout(ready, plainAtMostMs)
    tell(map)
    return () => {
      clearTimeout(timer)
      current.current = undefined
      tell(undefined)
      map.remove()
    }
  }, [])

  useEffect(() => {
    if (current.current?.isReady) current.current.restyler.show(style)
  }, [style])

  useEffect(() => {
    const map = current.current?.map
    if (!current.current?.isReady || !map) return
    for (const id of map.listImages()) {
      const image = images(id)
      if (image) map.updateImage(id, image.pixels)
    }
  }, [images])

  useEffect(() => {
    current.current?.map.getCanvas().setAttribute('aria-label', label)
  }, [label])

  return <div ref={place} className="zt-map-canvas" />
}

function startedOr(onFail: (() => void) | undefined, start: () => MapLibre): MapLibre | undefined {
  try {
    return start()
  } catch (problem) {
    if (!(problem instanceof GPUInitializationError) || !onFail) throw problem
    onFail()
    return undefined
  }
}
