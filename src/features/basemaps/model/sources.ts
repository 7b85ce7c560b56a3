export const basemapKinds = ['none', 'tianditu', 'address', 'file'] as const
export const tiandituLayers = ['vec', 'img'] as const
/** CGCS2000 and WGS 84 are one within a metre; GCJ-02 lies some 500 m beside them. */
export const basemapSystems = ['cgcs2000', 'gcj02'] as const
/** Names and roads of 天地图 are pictures of their own, over those of the ground. */
export const tileSets = ['ground', 'labels'] as const
export type BasemapKind = (typeof basemapKinds)[number]
export type TiandituLayer = (typeof tiandituLayers)[number]
export type BasemapSystem = (typeof basemapSystems)[number]
export type BaseTileSet = (typeof tileSets)[number]

export type BasemapValues = {
  kind: BasemapKind
  layer: TiandituLayer
  address: string
  file: string
  system: BasemapSystem
  credit: string
  nearest: number
}
export type TilePlace = { z: number; x: number; y: number }

export const defaultBasemap: BasemapValues = {
  kind: 'none',
  layer: 'vec',
  address: '',
  file: '',
  system: 'cgcs2000',
  credit: '',
  nearest: 18,
}

/** 天地图 has pictures up to it. */
export const tiandituNearest = 18
const labelsOf = { vec: 'cva', img: 'cia' } as const
const tiandituHosts = 8

/** The sets that a base map has, from below upwards. */
export const setsOf = ({ kind }: Pick<BasemapValues, 'kind'>): BaseTileSet[] =>
  kind === 'none' ? [] : kind === 'tianditu' ? ['ground', 'labels'] : ['ground']

/** Web Mercator (`_w`), from one of its eight hosts, which a place always asks alike. */
export function tiandituAddress(layer: TiandituLayer, set: BaseTileSet, { x, y }: TilePlace): string {
  const name = set === 'labels' ? labelsOf[layer] : layer
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: name,
    STYLE: 'default',
    TILEMATRIXSET: 'w',
    FORMAT: 'tiles',
  })
  return `https://t${(x + y) % tiandituHosts}.tianditu.gov.cn/${name}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}`
}

/** Places in an address, as XYZ says them and as a WMTS does; `-y` counts rows from the south. */
const placeholders = /\{(z|x|y|-y|key|TileMatrix|TileCol|TileRow)\}/gi
const anyPlaceholder = /\{[^{}]*\}/g

/** The address of one picture. */
export const fillAddress = (address: string, place: TilePlace, key: string): string =>
  address.replace(placeholders, (_, name: string) => encodeURIComponent(valueAt(name, place, key)))

function valueAt(name: string, { z, x, y }: TilePlace, key: string): string | number {
  switch (name.toLowerCase()) {
    case 'z':
    case 'tilematrix':
      return z
    case 'x':
    case 'tilecol':
      return x
    case '-y':
      return 2 ** z - 1 - y
    case 'key':
      return key
    default:
      return y
  }
}

const asksKey = /\{key\}/i
/** Whether pictures are asked for with a key. */
export const needsKey = ({ kind, address }: Pick<BasemapValues, 'kind' | 'address'>) =>
  kind === 'tianditu' || (kind === 'address' && asksKey.test(address))

/** Whose key it is: at another host it is not sent. */
export const keyHolder = ({ kind, address }: Pick<BasemapValues, 'kind' | 'address'>): string =>
  kind === 'tianditu' ? 'tianditu.gov.cn' : URL.canParse(address) ? new URL(address).host : ''

export type AddressFault = 'unreadable' | 'scheme' | 'credentials' | 'host' | 'place' | 'unknown'

/** What is wrong with an address that pictures are to come from. */
export function addressFault(address: string): AddressFault | undefined {
  const filled = fillAddress(address, { z: 1, x: 1, y: 1 }, 'k')
  if (!URL.canParse(filled)) return 'unreadable'
  const url = new URL(filled)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username || url.password) return 'credentials'
  if (!url.hostname || /[{}]/.test(address.split('/')[2] ?? '')) return 'host'
  if (anyPlaceholder.test(filled) || /[{}]/.test(filled)) return 'unknown'
  const names = [...address.matchAll(placeholders)].map(([, name = '']) => name.toLowerCase())
  const has = (...any: string[]) => any.some((one) => names.includes(one))
  return has('z', 'tilematrix') && has('x', 'tilecol') && has('y', '-y', 'tilerow') ? undefined : 'place'
}
