import { encodeGbk } from '../../text/gbk.ts'
import type { Ring, Surface } from '../drawing.ts'
import { innerPoint } from '../rings/inner-point.ts'
import { boxOf, isClosed } from '../rings/ring.ts'
import type { WrittenShape } from '../written-shape.ts'

export type DxfOptions = {
  /** On which all of it stands. */
  layer?: string
}

type Group = [code: number, value: string | number]

/**
 * An ASCII DXF of release 12, which every program reads, in GBK: each ring a closed polyline, each name a text inside.
 * The format has no place for other attributes.
 */
export const writeDxf = (shapes: readonly WrittenShape[], { layer = '0' }: DxfOptions = {}): Buffer => {
  const lines: string[] = []
  for (const [code, value] of groupsOf(shapes, oneLine(layer) || '0'))
    lines.push(String(code).padStart(3), String(value))
  return encodeGbk(`${lines.join('\r\n')}\r\n`, asEscape)
}

function* groupsOf(shapes: readonly WrittenShape[], layer: string): Generator<Group> {
  const [minX, minY, maxX, maxY] = boxOf(shapes.flatMap(({ surfaces }) => surfaces.flat(2)))
  yield* section('HEADER', [
    [9, '$ACADVER'],
    [1, 'AC1009'],
    [9, '$DWGCODEPAGE'],
    [3, 'ANSI_936'],
    ...corner('$EXTMIN', minX, minY),
    ...corner('$EXTMAX', maxX, maxY),
  ])
  yield* section('TABLES', [
    [0, 'TABLE'],
    [2, 'LAYER'],
    [70, 1],
    [0, 'LAYER'],
    [2, layer],
    [70, 0],
    [62, 7],
    [6, 'CONTINUOUS'],
    [0, 'ENDTAB'],
  ])
  yield [0, 'SECTION']
  yield [2, 'ENTITIES']
  for (const { name, surfaces } of shapes) {
    for (const ring of surfaces.flat()) yield* polyline(ring, layer)
    const [first] = surfaces
    if (name.trim() !== '' && first !== undefined) yield* label(name, first, layer)
  }
  yield [0, 'ENDSEC']
  yield [0, 'EOF']
}

const section = (name: string, groups: Group[]): Group[] => [
  [0, 'SECTION'],
  [2, name],
  ...groups,
  [0, 'ENDSEC'],
]

const corner = (name: string, x: number, y: number): Group[] =>
  Number.isFinite(x) ? [[9, name], [10, x], [20, y], [30, 0]] : [] // biome-ignore format: in one line

function* polyline(ring: Ring, layer: string): Generator<Group> {
  yield [0, 'POLYLINE']
  yield [8, layer]
  yield [66, 1]
  yield [10, 0]
  yield [20, 0]
  yield [30, 0]
  yield [70, 1]
  // The flag closes it; the point that repeats the first would make an edge of no length.
  for (const [x, y] of isClosed(ring) ? ring.slice(0, -1) : ring) {
    yield [0, 'VERTEX']
    yield [8, layer]
    yield [10, x]
    yield [20, y]
    yield [30, 0]
  }
  yield [0, 'SEQEND']
  yield [8, layer]
}

const label = (name: string, surface: Surface, layer: string): Group[] => {
  const point = innerPoint(surface)
  if (point === undefined) return []
  const [minX, minY, maxX, maxY] = boxOf(surface.flat())
  const height = Math.max(1e-6, Math.min(maxX - minX, maxY - minY) / 10)
  const [x, y] = point
  return [
    [0, 'TEXT'],
    [8, layer],
    ...([[10, x], [20, y], [30, 0], [40, height], [1, oneLine(name).replaceAll('^', '^ ')]] as Group[]), // biome-ignore format: in one line
    // Around its point, which is the inner one.
    ...([[72, 1], [11, x], [21, y], [31, 0], [73, 2]] as Group[]), // biome-ignore format: in one line
  ]
}

const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()

/** `\U+` and four digits, as the format has it for what a character set lacks. */
const asEscape = (character: string) =>
  Array.from({ length: character.length }, (_, index) => {
    const hex = character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
    return `\\U+${hex}`
  }).join('')
