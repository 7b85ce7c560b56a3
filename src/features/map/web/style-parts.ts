import type { BaseStyle } from '../../basemaps/web/base-style.ts'
import type { KeptShare } from '../../matching/contract.ts'
import type { Marks } from './compare/marks.ts'
import type { MapAsked } from './map-address.ts'
import type { PlanDrawn } from './plan/plan-drawn.ts'

/** What the style depends on, of all that is asked. */
export type Filtered = Pick<MapAsked, 'unitId' | 'chain' | 'by' | 'hidden'> & {
  marks?: Marks | undefined
  /** A plan of places that lies over it. */
  plan?: PlanDrawn | undefined
  /** Undefined: on plain paper. */
  base?: BaseStyle | undefined
}
/** How large marks and letters are drawn, and from which zoom projects carry their names: a wall is read from afar. */
export type Size = { scale: number; namesFrom: number }
export const deskSize: Size = { scale: 1, namesFrom: 14.5 }
/** Said in labels, in the person’s language. */
export type MapWords = { mu: string; vacant: string } & Record<KeptShare, string>

const families = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'HarmonyOS Sans SC',
]
/** Heavier where the first name says so: no font of that name is needed, the next draws it in that weight. */
export const fonts = { plain: families, strong: ['Zhantu Semibold', ...families] }
