import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Position } from '../../../engine/geometry/position.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { ImportDrawing } from '../import-contract.ts'
import {
  type Box,
  boxOf,
  contains,
  framed,
  pathOf,
  planeAround,
  roundLength,
  type ToPlane,
  zoomed,
} from './plane.ts'
import { useDrag } from './use-drag.ts'
import './shape-map.css'

export type Shape = ImportDrawing['items'][number]
export type Ground = { id: string; label: string; boundary: Shape['boundary'] }
type ShapeMapProps = {
  items: readonly Shape[]
  /** Areas beneath, to know one’s way by. */
  ground?: readonly Ground[]
  label: string
  chosen?: string | undefined
  /** Where something was found, lon and lat. */
  at?: Position | undefined
  onChoose?: (id: string) => void
}

const none: readonly Ground[] = []
const aspect = 4 / 3
const step = 0.7
/** Metres around a place that was found. */
const close = 80

/** Shapes as they lie to each other, north above: no ground beneath, so it is there at once. */
export function ShapeMap({ items, ground = none, label, chosen, at, onChoose }: ShapeMapProps) {
  const t = useWords('space')
  const place = useRef<SVGSVGElement>(null)
  const { toPlane, paths, whole } = useMemo(() => drawn(items), [items])
  const areas = useMemo(
    () => ground.map(({ id, label: name, boundary }) => ({ id, name, d: pathOf(boundary, toPlane) })),
    [ground, toPlane],
  )
  const [view, setView] = useState(whole)
  useEffect(() => setView(whole), [whole])
  useDrag(place, setView)

  const picked = items.find(({ id }) => id === chosen)
  const atKey = at?.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there when another is chosen, not when the view moves
  useEffect(() => {
    const box = picked && boxOf([picked.boundary], toPlane)
    if (at) setView(framed(around(toPlane(at)), aspect))
    // What is in sight and large enough to be seen needs no other view.
    else if (box)
      setView((now) => (contains(now, box) && box.width * 12 > now.width ? now : framed(grown(box), aspect)))
  }, [picked?.id, atKey])

  const mark = at && toPlane(at)
  const bar = roundLength(view.width)
  const zoom = (factor: number) => setView((now) => zoomed(now, factor, [0.5, 0.5]))
  return (
    <figure className="zt-shape-map" aria-label={label}>
      <svg
        ref={place}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="img"
        aria-label={label}
        preserveAspectRatio="xMidYMid meet"
      >
        {areas.map(({ id, name, d }) => (
          <path key={id} className="zt-shape-ground" d={d}>
            <title>{name}</title>
          </path>
        ))}
        <Shapes paths={paths} onChoose={onChoose} />
        {picked && <path className="zt-shape-chosen" d={pathOf(picked.boundary, toPlane)} />}
        {mark && (
          <g
            className="zt-shape-found"
            transform={`translate(${mark[0]} ${mark[1]}) scale(${view.width / 400})`}
          >
            <circle r="9" />
            <path d="M0 -15V-4M0 4V15M-15 0H-4M4 0H15" />
          </g>
        )}
      </svg>
      <figcaption>
        <span className="zt-shape-scale" style={{ width: `${(bar / view.width) * 100}%` }}>
          {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`}
        </span>
        <span className="zt-shape-acts">
          <Button kind="quiet" onClick={() => zoom(step)} aria-label={t('nearer')} title={t('nearer')}>
            ＋
          </Button>
          <Button kind="quiet" onClick={() => zoom(1 / step)} aria-label={t('farther')} title={t('farther')}>
            －
          </Button>
          <Button kind="quiet" onClick={() => setView(whole)}>
            {t('whole')}
          </Button>
          {ground.length > 0 && (
            <Button kind="quiet" onClick={() => setView(boxed([...items, ...ground], toPlane))}>
              {t('wholeZone')}
            </Button>
          )}
        </span>
      </figcaption>
    </figure>
  )
}

type Path = { id: string; verdict: Shape['verdict']; label: string; d: string }

/** Thousands of them: drawn once, whatever the view does. */
const Shapes = memo(function Shapes({
  paths,
  onChoose,
}: {
  paths: readonly Path[]
  onChoose: ((id: string) => void) | undefined
}) {
  return paths.map(({ id, verdict, label, d }) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same by keyboard
    <path
      key={id}
      className="zt-shape"
      data-verdict={verdict}
      d={d}
      onClick={onChoose && (() => onChoose(id))}
    >
      <title>{label}</title>
    </path>
  ))
})

function drawn(items: readonly Shape[]) {
  const [lon, lat] = (items[0] && firstPoint(items[0])) ?? [0, 0]
  const toPlane = planeAround([lon, lat])
  const paths = items.map(
    ({ id, verdict, label, boundary }): Path => ({ id, verdict, label, d: pathOf(boundary, toPlane) }),
  )
  return { toPlane, paths, whole: boxed(items, toPlane) }
}

function boxed(land: readonly { boundary: Shape['boundary'] }[], toPlane: ToPlane): Box {
  const box = boxOf(
    land.map(({ boundary }) => boundary),
    toPlane,
  )
  return framed(box ?? around([0, 0]), aspect)
}

function firstPoint({ boundary: { type, coordinates } }: Shape): Position | undefined {
  const rings = (type === 'Polygon' ? coordinates : coordinates[0]) as Position[][] | undefined
  return rings?.[0]?.[0]
}

const around = ([x, y]: Position): Box => ({
  x: x - close / 2,
  y: y - close / 2,
  width: close,
  height: close,
})
/** With its neighbours in sight. */
const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - width,
  y: y - height,
  width: width * 3,
  height: height * 3,
})
