import type { FaultCode } from '../../engine/geometry/faults.ts'
import type { Reason } from '../../engine/geometry/readings.ts'
import type { SystemFindingCode } from '../../engine/geometry/system-findings.ts'
import type { Finding } from './import-contract.ts'
import { fill, type Language, placeWords, shownValues } from './shown-values.ts'

/** What is found of parcels and files beyond their shape and their coordinate system. */
type OwnCode =
  | 'other_system'
  | 'twice_in_file'
  | 'far_from_zone'
  | 'outside_territories'
  | 'overlaps_parcel'
  | 'overlaps_in_file'
  | 'overlap_unknown'
  | 'shift_suspected'
  | 'area_unit_taken'
  | 'number_missing'
  | 'area_unreadable'
  | 'status_unknown'
  | 'area_differs'
  | 'nowhere'
  | 'nothing_inside'
  | 'not_untangled'
  | 'too_many_points'
export type FindingCode = FaultCode | SystemFindingCode | OwnCode

/** `[…]` stands only where every value in it is known. First the heading of a group, then what is wrong and the way out. */
type Words = readonly [title: string, sentence: string]
type Both = { zh: Words; en: Words }

export const findingWords: Record<FindingCode, Both> = {
  no_number: {
    zh: ['坐标不是数', '坐标[“{value}”]不是数。请在文件里改正后重新导入。'],
    en: [
      'Coordinate is no number',
      'The coordinate [“{value}” ]is no number. Correct the file and import it again.',
    ],
  },
  too_few_points: {
    zh: ['点数不足', '不同的点不足 3 个，围不成面，这一圈没有计入。请核对是否漏了点。'],
    en: [
      'Too few points',
      'Fewer than three different points enclose nothing; this ring is left out. See whether points are missing.',
    ],
  },
  not_closed: {
    zh: ['首尾没有闭合', '末点不是首点，已按首尾相接读取。'],
    en: ['Not closed', 'The last point is not the first; it was read as closed.'],
  },
  repeated_point: {
    zh: ['重复点', '与前一点重复，已略去一个，形状不变。'],
    en: ['Repeated point', 'The same as the point before; one of them is left out, the shape is the same.'],
  },
  spike: {
    zh: ['尖刺', '边线走出去又原路返回，形成尖刺，已略去，面积不变。请核对是否多了一个点。'],
    en: [
      'Spike',
      'The edge runs out and back; the spike is left out, the area is the same. See whether there is a point too many.',
    ],
  },
  zero_area: {
    zh: ['没有面积', '所有的点在一条线上，没有面积，不能导入。请核对坐标。'],
    en: [
      'No area',
      'All points lie on one line and enclose nothing, so it cannot be taken. Check the coordinates.',
    ],
  },
  self_intersection: {
    zh: [
      '边线自相交',
      '由此起的边与[第 {otherRing} 圈][第 {otherPoint} 点起的]另一条边相交，多半是点的顺序写乱了。请改文件后重新导入；若本来如此，可按交点拆开的面导入。',
    ],
    en: [
      'Edges cross',
      'The edge from here crosses another[ of ring {otherRing}][, from point {otherPoint}]; most likely points are out of order. Correct the file and import it again, or take it as the surfaces that it falls into.',
    ],
  },
  self_touch: {
    zh: ['边线自相接', '边线回到了自己的一个点上，形状可以导入，请核对。'],
    en: ['Touches itself', 'The edge comes back to a point of itself. It can be taken; have a look.'],
  },
  self_overlap: {
    zh: ['边线自重叠', '有两段边线重叠在一起，里外说不清。请改文件后重新导入，或按拆开的面导入。'],
    en: [
      'Edges lie on each other',
      'Two stretches of the edge lie on each other, so inside and outside are not clear. Correct the file, or take it as the surfaces that it falls into.',
    ],
  },
  rings_cross: {
    zh: ['两圈相交', '这一圈与[第 {otherRing} 圈]相交，里外说不清。请改文件后重新导入，或按拆开的面导入。'],
    en: [
      'Rings cross',
      'This ring crosses [ring {otherRing}], so inside and outside are not clear. Correct the file, or take it as the surfaces that it falls into.',
    ],
  },
  rings_share_edge: {
    zh: ['两圈共边', '这一圈与[第 {otherRing} 圈]有一段边线相同，面积不受影响，请核对。'],
    en: [
      'Rings share an edge',
      'This ring and [ring {otherRing}] share a stretch of edge. The area is not affected; have a look.',
    ],
  },
  identical_ring: {
    zh: ['重复的圈', '这一圈与[第 {otherRing} 圈]完全相同，只计一次。'],
    en: ['Ring twice', 'This ring is the same as [ring {otherRing}]; it counts once.'],
  },
  hole_outside: {
    zh: ['洞在地块之外', '这一圈标为洞，却在地块外面。若是另一块地，请在文件里另列；确认无误可导入。'],
    en: [
      'Hole outside',
      'This ring is called a hole but lies outside the parcel. If it is another parcel, list it as one in the file; take it if it is right.',
    ],
  },
  hole_in_hole: {
    zh: ['洞里有洞', '这一圈在另一个洞里，按洞中之地读取，请核对面积。'],
    en: [
      'Hole in a hole',
      'This ring lies within another hole and was read as land within it. Check the area.',
    ],
  },
  outer_in_outer: {
    zh: ['外圈套外圈', '这一圈标为外圈，却在另一个外圈里面，多半是洞。请核对面积，确认无误可导入。'],
    en: [
      'Outer ring within another',
      'This ring is called an outer one but lies within another; most likely it is a hole. Check the area and take it if it is right.',
    ],
  },
  not_finished: {
    zh: ['没有查完', '边线太复杂，没有逐对查完；已说的都对，可能还有没说的。'],
    en: [
      'Not looked at whole',
      'The edges are too tangled to look at every pair. What is told is right; there may be more.',
    ],
  },

  unrecognised: {
    zh: ['认不出的坐标', '坐标 {first}、{second} 不像任何一种已知坐标系。请在下面选坐标系，或核对文件。'],
    en: [
      'Unknown coordinates',
      'The coordinates {first} and {second} are of no system that is known here. Choose the system below, or check the file.',
    ],
  },
  mixed_within_shape: {
    zh: [
      '同一地块坐标不一致',
      '坐标 {first}、{second} 与同一地块的其他点不是一类数，多半是写错了。请核对这一点。',
    ],
    en: [
      'Coordinates of two kinds in one parcel',
      'The coordinates {first} and {second} are of another kind than the parcel’s other points, most likely a slip. Check this point.',
    ],
  },
  mixed_systems: {
    zh: ['文件里坐标系不一', '这一块按“{epsg}”才说得通，文件里多数是“{most}”。请把它另存成一个文件再导入。'],
    en: [
      'Several systems in one file',
      'This parcel makes sense in “{epsg}”, most of the file in “{most}”. Save it as a file of its own and import that.',
    ],
  },
  axes_swapped: {
    zh: [
      'X、Y 写反',
      '按这种文件的惯例，先写的应是另一个坐标；实际先写 {first}、后写 {second}，X 和 Y 多半写反了。已按数值的大小对调读取，请看图上的位置是否正确。',
    ],
    en: [
      'X and Y exchanged',
      'The format has the other coordinate first, but here {first} comes before {second}: X and Y are most likely exchanged. They were read by their size; see whether the place on the drawing is right.',
    ],
  },
  no_prefix: {
    zh: ['东坐标没有带号', '文件写带号 {zone}，东坐标 {easting} 前面没有带号；已按第 {zone} 带读取。'],
    en: [
      'Easting without zone',
      'The file says zone {zone}, but the easting {easting} does not begin with it; it was read in zone {zone}.',
    ],
  },
  zone_unknown: {
    zh: [
      '不知道带号',
      '东坐标 {easting} 没有带号，文件也没有写是第几带。已按离本区最近的一带读取，请在下面确认或另选。',
    ],
    en: [
      'Zone not known',
      'The easting {easting} has no zone and the file names none. It was read in the zone nearest to here; confirm it below or choose another.',
    ],
  },
  zone_differs: {
    zh: [
      '带号不一致',
      '文件写带号 {declared}，东坐标 {easting} 却以 {found} 开头。已按坐标里的 {found} 带读取，请看图上的位置是否正确。',
    ],
    en: [
      'Zones differ',
      'The file says zone {declared}, but the easting {easting} begins with {found}. It was read in zone {found}; see whether the place on the drawing is right.',
    ],
  },
  declared_differs: {
    zh: ['坐标系不一致', '文件写的是“{declared}”，坐标却像“{found}”。已按坐标读取，请看图上的位置是否正确。'],
    en: [
      'Systems differ',
      'The file says “{declared}”, but its numbers are of “{found}”. They were read as what they are; see whether the place on the drawing is right.',
    ],
  },
  declared_refused: {
    zh: [
      '坐标系不能换算',
      '{refusal}请向测绘单位要 2000 国家大地坐标系的成果；若文件只是写错了坐标系，请在下面另选。',
    ],
    en: [
      'System that cannot be converted',
      '{refusal} Ask the surveyor for CGCS2000; if the file only names its system wrongly, choose the right one below.',
    ],
  },
  far_from_meridian: {
    zh: [
      '离中央经线太远',
      '按第 {zone} 带，这里离中央经线 {kilometres} 公里，本该在第 {proper} 带。多半是带号写错了，请在下面改选。',
    ],
    en: [
      'Far from the meridian',
      'In zone {zone} this lies {kilometres} km from the central meridian and should be in zone {proper}. Most likely the zone is wrong; choose it below.',
    ],
  },
  outside_china: {
    zh: ['不在国内', '这样读，位置在东经 {lon}、北纬 {lat}，不在国内。请在下面另选坐标系，或对调坐标顺序。'],
    en: [
      'Outside China',
      'Read so, it lies at longitude {lon}, latitude {lat}, outside China. Choose another system below, or exchange the coordinates.',
    ],
  },
  far_from_around: {
    zh: ['离本区太远', '这样读，位置离本区 {kilometres} 公里。请看图上的位置，或另选坐标系。'],
    en: [
      'Far from the zone',
      'Read so, it lies {kilometres} km from the zone. See the drawing, or choose another system.',
    ],
  },

  other_system: {
    zh: [
      '坐标系与文件不同',
      '这一块按“{epsg}”才说得通，文件按“{most}”读取，所以不能导入。请把它另存成一个文件再导入。',
    ],
    en: [
      'Another system than the file',
      'This parcel makes sense in “{epsg}” while the file is read in “{most}”, so it cannot be taken. Save it as a file of its own and import that.',
    ],
  },
  twice_in_file: {
    zh: ['文件里编号重复', '编号与{place}的地块相同。请决定要哪一块，或在文件里改编号。'],
    en: [
      'Number twice in the file',
      'It has the same number as the parcel at {place}. Decide which to take, or change the number in the file.',
    ],
  },
  far_from_zone: {
    zh: ['离本区太远', '位置离本区 {kilometres} 公里。请看图上的位置；确认无误可导入。'],
    en: [
      'Far from the zone',
      'It lies {kilometres} km from the zone. See the drawing; take it if it is right.',
    ],
  },
  outside_territories: {
    zh: ['不在任何片区', '不在已画的任何片区里，导入后不归哪个单位。请看图上的位置，或先补画片区。'],
    en: [
      'In no territory',
      'It lies in none of the territories drawn and will be nobody’s. See the drawing, or draw the territory first.',
    ],
  },
  overlaps_parcel: {
    zh: [
      '压占已有地块',
      '与已有地块[“{number}”]重叠 {areaM2}。若是同一块地，请改成同一个编号；若边界确有出入，可导入。',
    ],
    en: [
      'Lies upon a parcel',
      'It overlaps the parcel [“{number}” ]by {areaM2}. If it is the same land, give it the same number; if the surveys only differ, take it.',
    ],
  },
  overlaps_in_file: {
    zh: ['文件里两块重叠', '与{place}的地块重叠 {areaM2}。请决定要哪一块；若边界确有出入，可都导入。'],
    en: [
      'Two of the file overlap',
      'It overlaps the parcel at {place} by {areaM2}. Decide which to take; if the surveys only differ, take both.',
    ],
  },
  overlap_unknown: {
    zh: ['重叠没有算出', '与[“{number}”][{place}的地块]靠得太近，算不出是否重叠。请看图核对。'],
    en: [
      'Overlap not known',
      'It is too close to [“{number}”][the parcel at {place}] to tell whether they overlap. See the drawing.',
    ],
  },
  shift_suspected: {
    zh: [
      '坐标有偏移',
      '按原样只有 {asItIs}% 的点在本区片区里，按 {shift} 纠偏后有 {inside}%，坐标多半是从加了偏移的网络地图上取的。请在下面选“{shift}”，看图确认。',
    ],
    en: [
      'Coordinates are shifted',
      'As they are, {asItIs}% of the points lie in the zone’s territories; with {shift} taken back, {inside}%. Most likely they come from a shifted web map: choose “{shift}” below and look at the drawing.',
    ],
  },
  area_unit_taken: {
    zh: [
      '面积单位与惯例不同',
      '“{field}”按惯例是{usual}，但只有当作{unit}才与图形相符，已按{unit}读取。不对请在下面改。',
    ],
    en: [
      'Area in another unit',
      '“{field}” is in {usual} by rule but agrees with the shapes only in {unit}; it was read in {unit}. Change it below if that is wrong.',
    ],
  },
  number_missing: {
    zh: ['没有编号', '没有地块编号，再次导入时认不出是同一块。可以导入，之后请补编号。'],
    en: [
      'Without number',
      'It has no number, so a later import cannot tell that it is the same. It can be taken; give it a number afterwards.',
    ],
  },
  area_unreadable: {
    zh: ['面积读不出', '面积“{value}”读不出来，按图形的面积导入。'],
    en: ['Area not readable', 'The area “{value}” cannot be read; the area drawn is taken.'],
  },
  status_unknown: {
    zh: ['状态认不出', '状态“{value}”不是九种之一，按文件没有写来处理。'],
    en: ['Status not known', 'The status “{value}” is none of the nine; it is treated as not told.'],
  },
  area_differs: {
    zh: [
      '面积与图形不符',
      '文件写 {declared}，图形围出 {drawn}，相差 {percent}%。按文件的面积导入；请核对，也可改按图形的面积。',
    ],
    en: [
      'Area differs from the shape',
      'The file says {declared}, the shape encloses {drawn}: {percent}% apart. The file’s area is taken; check it, or take the area drawn.',
    ],
  },
  nowhere: {
    zh: ['坐标超出范围', '按“{epsg}”，这些坐标不在地球上，不能导入。请在上面改坐标系或坐标顺序。'],
    en: [
      'Coordinates out of range',
      'In “{epsg}” these coordinates are nowhere on earth, so it cannot be taken. Change the system or the order of coordinates above.',
    ],
  },
  nothing_inside: {
    zh: ['围不成面', '边线里面没有面积，不能导入。请核对坐标。'],
    en: ['Nothing inside', 'Its edges enclose nothing, so it cannot be taken. Check the coordinates.'],
  },
  too_many_points: {
    zh: ['界址点过多', '[有 {points} 个点，]超过一块地 [{limit} 个]的上限，不能导入。请先抽稀再导入。'],
    en: [
      'Too many points',
      '[It has {points} points, ]more than [the {limit}] that a parcel may have, so it cannot be taken. Simplify it and import it again.',
    ],
  },
  not_untangled: {
    zh: ['边线拆不开', '边线缠在一起拆不开，不能导入。请改文件后重新导入。'],
    en: [
      'Cannot be untangled',
      'Its edges are too tangled to be taken apart, so it cannot be taken. Correct the file and import it again.',
    ],
  },
}

/** What speaks for reading a file in a system. */
export const reasonWords: Record<Reason, { zh: string; en: string }> = {
  degrees: { zh: '数值像经纬度', en: 'the numbers are like degrees' },
  northing_and_easting: { zh: '数值像北坐标和东坐标', en: 'the numbers are like northing and easting' },
  easting_with_zone: { zh: '东坐标以带号开头', en: 'the easting begins with a zone' },
  easting_without_zone: { zh: '东坐标没有带号', en: 'the easting has no zone' },
  zone_declared: { zh: '文件写了带号', en: 'the file names the zone' },
  nearest_to_around: { zh: '离本区最近', en: 'nearest to the zone' },
  web_mercator: { zh: '数值像网络地图的坐标', en: 'the numbers are like those of web maps' },
  as_declared: { zh: '与文件所写一致', en: 'as the file says' },
}

const isKnown = (code: string): code is FindingCode => Object.hasOwn(findingWords, code)

export const findingTitle = (code: string, language: Language): string =>
  isKnown(code) ? findingWords[code][language][0] : code

/** A whole sentence: where in the shape, what is wrong with the values received, and the way out. */
export function findingSentence(finding: Finding, language: Language, format: string): string {
  const { code, ring, point, values } = finding
  if (!isKnown(code)) return code
  const sentence = fill(findingWords[code][language][1], shownValues(finding, language, format))
  const isOfFile = typeof values['place'] === 'string' && !/\{place\}/.test(findingWords[code][language][1])
  const where = [
    ...(isOfFile && values['place'] ? [placeWords(String(values['place']), format, language)] : []),
    ...(ring === undefined ? [] : [language === 'zh' ? `第 ${ring} 圈` : `ring ${ring}`]),
    ...(point === undefined ? [] : [language === 'zh' ? `第 ${point} 点` : `point ${point}`]),
  ]
  if (where.length === 0) return sentence
  return language === 'zh' ? `${where.join('')}：${sentence}` : `${capital(where.join(', '))}: ${sentence}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Findings of one kind as one line: the first of them, and how many there are. */
export function gathered(findings: readonly Finding[]): { first: Finding; count: number }[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].flatMap((alike) => {
    const [first] = alike
    return first ? [{ first, count: Math.max(alike.length, ...alike.map(({ count }) => count ?? 1)) }] : []
  })
}
