import type { Marks } from './compare/marks.ts'
import type { MapAsked } from './map-address.ts'

/** What the style depends on, of all that is asked. */
export type Filtered = Pick<MapAsked, 'unitId' | 'chain' | 'by' | 'hidden'> & { marks?: Marks | undefined }
/** Said in a label: areas of parcels, in the person’s language. */
export type MapWords = { mu: string }

const families = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'HarmonyOS Sans SC',
]
/** Heavier where the first name says so: no font of that name is needed, the next draws it in that weight. */
export const fonts = { plain: families, strong: ['Zhantu Semibold', ...families] }
