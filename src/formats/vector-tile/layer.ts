import type { PbfWriter } from 'pbf'
import { extent } from './cut.ts'
import type { CutFeature } from './tile-index.ts'

type Tags = CutFeature['tags']
type Value = Tags[string]
type Layer = { name: string; features: readonly CutFeature[] }

/** A layer of a Mapbox Vector Tile, version 2.1: numbers of fields and commands as in its vector_tile.proto and 4.3. */
export function writeLayer({ name, features }: Layer, pbf: PbfWriter): void {
  const words = new Words()
  pbf.writeVarintField(15, 2)
  pbf.writeStringField(1, name)
  pbf.writeVarintField(5, extent)
  for (const feature of features) pbf.writeMessage(2, writeFeature, { feature, words })
  for (const key of words.keys.keys()) pbf.writeStringField(3, key)
  for (const value of words.values.keys()) pbf.writeMessage(4, writeValue, value)
}

/** The keys and values of a layer by their number, each told once. */
class Words {
  readonly keys = new Map<string, number>()
  readonly values = new Map<Value, number>()
  /** Features drawn as one share their tags. */
  #last: { tags: Tags; numbers: number[] } | undefined

  numbersOf(tags: Tags): number[] {
    if (this.#last?.tags === tags) return this.#last.numbers
    const numbers: number[] = []
    for (const key in tags) numbers.push(numberIn(this.keys, key), numberIn(this.values, tags[key] ?? ''))
    this.#last = { tags, numbers }
    return numbers
  }
}

function numberIn<T>(known: Map<T, number>, one: T): number {
  const number = known.get(one)
  if (number !== undefined) return number
  known.set(one, known.size)
  return known.size - 1
}

function writeFeature({ feature, words }: { feature: CutFeature; words: Words }, pbf: PbfWriter) {
  if (feature.id !== undefined) pbf.writeVarintField(1, feature.id)
  pbf.writePackedVarint(2, words.numbersOf(feature.tags))
  pbf.writeVarintField(3, feature.type)
  pbf.writePackedVarint(
    4,
    feature.type === 1 ? pointCommands(feature.geometry) : ringCommands(feature.geometry),
  )
}

const command = (id: 1 | 2 | 7, count: number) => (count << 3) | id
const zigzag = (step: number) => (step << 1) ^ (step >> 31)

function pointCommands(points: readonly [number, number][]): number[] {
  const commands = [command(1, points.length)]
  let [lastX, lastY] = [0, 0]
  for (const [x, y] of points) {
    commands.push(zigzag(x - lastX), zigzag(y - lastY))
    lastX = x
    lastY = y
  }
  return commands
}

function ringCommands(rings: readonly [number, number][][]): number[] {
  const commands: number[] = []
  let [lastX, lastY] = [0, 0]
  for (const ring of rings) {
    for (const [at, [x, y]] of ring.entries()) {
      if (at === 0) commands.push(command(1, 1))
      if (at === 1) commands.push(command(2, ring.length - 1))
      commands.push(zigzag(x - lastX), zigzag(y - lastY))
      lastX = x
      lastY = y
    }
    commands.push(command(7, 1))
  }
  return commands
}

function writeValue(value: Value, pbf: PbfWriter) {
  if (typeof value === 'string') pbf.writeStringField(1, value)
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value)
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value)
  else if (value < 0) pbf.writeSVarintField(6, value)
  else pbf.writeVarintField(5, value)
}
