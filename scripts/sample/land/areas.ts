import { ringsFromLonLat } from '../../../src/engine/geometry/project.ts'
import { outlineOf } from '../boundaries.ts'
import type { CorpsKey } from '../corps/profile.ts'
import { luck } from '../random.ts'
import { alongStreets, type Frame, middleOf } from './frame.ts'
import { inset } from './rings.ts'
import { type Block, blocksOf, type Pattern } from './streets.ts'

/** The system of every survey here: CGCS2000, 3° zone 40, the zone before the easting. */
export const surveyEpsg = 4528

export type Area = { name: string; corps: CorpsKey; letters: string; frame: Frame; blocks: Block[] }

type Plan = readonly [
  corps: CorpsKey,
  name: string,
  letters: string,
  degrees: number,
  pattern: Pattern,
  /** Share of the blocks that are villages, parks, water and fields: no parcel of anybody’s list. */
  leftOut: number,
]

/** Streets follow the river or the old dykes: each area has its own direction, in degrees, and its own blocks. */
const plans: readonly Plan[] = [
  ['shibei', '市北西片', 'SBX', 12, { along: 390, across: 345 }, 0.3],
  ['shibei', '市北东片', 'SBD', 9, { along: 385, across: 350 }, 0.3],
  ['qiaonan', '桥南区块', 'QN', -17, { along: 410, across: 355 }, 0.24],
  ['kejicheng', '江南科技城核心区', 'KJC', 6, { along: 385, across: 350 }, 0.32],
  ['kejicheng', '宁围街道北片', 'NWB', 4, { along: 390, across: 340 }, 0.28],
  ['kejicheng', '宁围街道南片', 'NWN', -3, { along: 370, across: 320 }, 0.28],
  ['lvzhi', '益农拓展区', 'YN', -8, { along: 440, across: 360 }, 0.31],
  ['sanjiang', '三江创智新城区块', 'SJ', 23, { along: 395, across: 350 }, 0.24],
]
/** Metres between the border of an area and the land built upon. */
const margin = 14

export const areas = (): Area[] =>
  plans.map(([corps, name, letters, degrees, pattern, leftOut]) => {
    const [outline = []] = ringsFromLonLat(surveyEpsg, [outlineOf(name)])
    const frame: Frame = { origin: middleOf(outline), turn: (degrees * Math.PI) / 180 }
    const inner = inset(
      outline.map((point) => alongStreets(frame, point)),
      () => margin,
    )
    const blocks = blocksOf(inner, pattern, luck(`streets-${name}`))
    const chance = luck(`fields-${name}`)
    return { name, corps, letters, frame, blocks: blocks.filter(() => !chance.chance(leftOut)) }
  })
