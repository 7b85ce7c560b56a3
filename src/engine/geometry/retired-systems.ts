/*
 * Systems of before 2018 that lie some tens of metres off CGCS2000. The way over is seven parameters that a surveying
 * authority keeps for each region, so their coordinates are refused instead of being taken for something near.
 */

/** EPSG ranges, both ends included. */
const ranges: [from: number, to: number, datum: string][] = [
  [2327, 2390, 'Xian 1980'],
  [4610, 4610, 'Xian 1980'],
  [2401, 2442, 'Beijing 1954'],
  [4214, 4214, 'Beijing 1954'],
  [21413, 21423, 'Beijing 1954'],
  [21453, 21463, 'Beijing 1954'],
  [21473, 21483, 'Beijing 1954'],
  [4555, 4555, 'New Beijing'],
  [4568, 4589, 'New Beijing'],
  [4652, 4656, 'New Beijing'],
  [4766, 4800, 'New Beijing'],
  [4812, 4812, 'New Beijing'],
  [4822, 4822, 'New Beijing'],
]
const names: [RegExp, string][] = [
  [/new[\s_]*beijing|新(?:北京|1954|54)/i, 'New Beijing'],
  [
    /xi['’]?an[\s_]*(?:19)?80|(?:19)?80(?:年)?(?:国家|西安|坐标系)|西安(?:大地坐标系)?(?:19)?80|^(?:19)?80$/i,
    'Xian 1980',
  ],
  [
    /beijing[\s_]*(?:19)?54|(?:19)?54(?:年)?(?:北京|坐标系)|北京(?:坐标系)?(?:19)?54|^(?:19)?54$/i,
    'Beijing 1954',
  ],
]

export const retiredDatumOf = (epsg: number): string | undefined =>
  ranges.find(([from, to]) => epsg >= from && epsg <= to)?.[2]

/** By a datum's name in a .prj or a header: D_Xian_1980, 1980西安坐标系, 北京54. */
export const retiredDatumNamed = (name: string): string | undefined =>
  names.find(([pattern]) => pattern.test(name))?.[1]
