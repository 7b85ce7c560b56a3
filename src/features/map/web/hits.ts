import type { MapLibre } from '../../../web/map/start-map.ts'
import { type Light, lightWords, type Stage, stageWords } from '../../projects/stages.ts'
import { type ParcelStatus, parcelStatusWords } from '../../spaces/statuses.ts'

type Language = 'zh' | 'en'
type Values = Record<string, unknown>
/** What lies under the pointer, as the map draws it. */
export type Hit = { kind: 'project' | 'building' | 'parcel'; id: string; values: Values }

/** Around a pointer a project counts as touched: a finger is wider than a mouse. */
const reach = { mouse: 2, touch: 10 }

const layersThere = (map: MapLibre, ids: readonly string[]) => ids.filter((id) => map.getLayer(id))

function unique(kind: Hit['kind'], features: readonly { properties: Values }[]): Hit[] {
  const found = new Map<string, Hit>()
  for (const { properties } of features) {
    // Without one it is a heap of parcels too small to tell apart.
    if (properties['id'] === undefined) continue
    const id = String(properties['id'])
    if (!found.has(id)) found.set(id, { kind, id, values: properties })
  }
  return [...found.values()]
}

/** Projects first, they stand above; then buildings, then parcels, with the label that their tile may carry. */
export function hitsAt(map: MapLibre, { x, y }: { x: number; y: number }, by: keyof typeof reach): Hit[] {
  const around = reach[by]
  const projects = map.queryRenderedFeatures(
    [
      [x - around, y - around],
      [x + around, y + around],
    ],
    { layers: layersThere(map, ['project', 'project-far']) },
  )
  const buildings = map.queryRenderedFeatures(
    [
      [x - around, y - around],
      [x + around, y + around],
    ],
    { layers: layersThere(map, ['building']) },
  )
  const parcels = map.queryRenderedFeatures([x, y], { layers: layersThere(map, ['parcel-fill']) })
  return [
    ...unique('project', projects),
    ...unique('building', buildings),
    ...unique('parcel', parcels).map((hit) => ({
      ...hit,
      values: { ...labelOf(map, hit.id), ...hit.values },
    })),
  ]
}

/** Whether several parcels, too small to tell apart, lie there as one. */
export const isHeapAt = (map: MapLibre, { x, y }: { x: number; y: number }): boolean =>
  map.queryRenderedFeatures([x, y], { layers: layersThere(map, ['parcel-fill']) }).length > 0

const labelOf = (map: MapLibre, id: string): Values =>
  map.querySourceFeatures('land', { sourceLayer: 'labels', filter: ['==', ['get', 'id'], id] })[0]
    ?.properties ?? {}

export const hitName = ({ kind, values }: Hit, unnamed: string) =>
  String((kind === 'parcel' ? values['label'] : values['name']) || unnamed)

/** Status, or stage and light, in words. */
export function hitWords({ kind, values }: Hit, language: Language): string {
  if (kind === 'parcel') return parcelStatusWords[values['status'] as ParcelStatus]?.[language] ?? ''
  if (kind === 'building') {
    const share = Number(values['share'])
    return share < 0 ? '' : { zh: `空置 ${share}%`, en: `${share}% vacant` }[language]
  }
  const [stage, light] = [values['stage'] as Stage, values['light'] as Light]
  return [stageWords[stage]?.[language], lightWords[light]?.[language]].filter(Boolean).join(' · ')
}
