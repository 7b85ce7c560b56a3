import { useCallback, useEffect, useRef, useState } from 'react'
import { showArea, showMoney } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { type Hit, hitName, hitsAt, hitWords } from './hits.ts'

type Under = { x: number; y: number; hit: Hit; more: number }
const canHover = matchMedia('(hover: hover)').matches

const sources = {
  parcel: ['land', 'parcels'],
  building: ['land', 'buildings'],
  project: ['projects', 'projects'],
} as const

type TooltipProps = {
  map: MapLibre
  isOff: boolean
  /** Of the map, from its right edge, that a panel covers. */
  covered: number
}

/** At the desk: what lies under the mouse. It stays true while the map is redrawn under a mouse that rests. */
export function Tooltip({ map, isOff, covered }: TooltipProps) {
  const t = useWords('map')
  const { language } = useLanguage()
  const [under, setUnder] = useState<Under>()
  const mouse = useRef<{ x: number; y: number }>(undefined)
  const asked = useRef(0)

  const look = useCallback(() => {
    cancelAnimationFrame(asked.current)
    asked.current = requestAnimationFrame(() => {
      const { current } = mouse
      const [hit, ...more] = current && !map.isMoving() ? hitsAt(map, current, 'mouse') : []
      map.getCanvas().style.cursor = hit ? 'pointer' : ''
      const next = hit &&
        current && {
          ...current,
          hit,
          more: more.filter(({ kind }) => kind === hit.kind).length,
        }
      // What is as before must not draw the page, and so the map, again and again.
      setUnder((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    })
  }, [map])
  useEffect(() => () => cancelAnimationFrame(asked.current), [])

  useMapEvent(map, 'mousemove', ({ point }) => {
    mouse.current = canHover && !isOff ? { x: point.x, y: point.y } : undefined
    look()
  })
  useMapEvent(map, 'mouseout', () => {
    mouse.current = undefined
    look()
  })
  useMapEvent(map, 'render', () => {
    if (mouse.current) look()
  })
  const [kind, id] = [under?.hit.kind, under?.hit.id]
  useEffect(() => {
    if (!kind || !id) return
    const [source, sourceLayer] = sources[kind]
    if (map.getSource(source)) map.setFeatureState({ source, sourceLayer, id }, { under: true })
    return () => {
      if (map.getSource(source)) map.removeFeatureState({ source, sourceLayer, id }, 'under')
    }
  }, [map, kind, id])

  if (!under || isOff) return null
  const { hit, more, x, y } = under
  const { area, total } = hit.values
  return (
    <div
      className="zt-map-tooltip"
      data-kind={hit.kind}
      style={{ left: x, top: y }}
      data-left={x > map.getContainer().clientWidth - covered - 280 || undefined}
      role="tooltip"
    >
      <strong>{hitName(hit, t('unnamed'))}</strong>
      <span>
        {hitWords(hit, language)}
        {hit.values['kept'] !== undefined && ` · ${t(String(hit.values['kept']))}`}
        {hit.kind === 'parcel' && typeof area === 'number' && ` · ${showArea(String(area))} ${t('frame:mu')}`}
        {hit.kind === 'project' &&
          typeof total === 'number' &&
          total > 0 &&
          ` · ${showMoney(String(total), { unit: '亿元' })} ${t('frame:yi')}`}
        {hit.values['ill'] === true && ` · ${t('illustrative')}`}
      </span>
      {more > 0 && <span className="zt-quiet">{t('moreHere', { count: more })}</span>}
    </div>
  )
}
