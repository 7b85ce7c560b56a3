import { serveThread } from '../thread/serve-thread.ts'
import type { Ring, Shape } from './drawing.ts'
import { readDrawing } from './read-drawing.ts'
import type { AnnouncedShape, DrawingInput, DrawingMessage } from './worker-protocol.ts'

/** One portion: a few milliseconds of the receiver's time. */
const portionShapes = 500
const portionLetters = 200_000
const portionPositions = 20_000

serveThread<DrawingInput, DrawingMessage>(async ({ path, fileName, limits }, { send, taken }) => {
  const { shapes, ...drawing } = await readDrawing(path, fileName, limits)
  send({ type: 'outline', drawing })
  shapes.reverse()
  while (shapes.length > 0) {
    const portion = takePortion(shapes)
    send({ type: 'shapes', shapes: portion.map(announced) })
    await taken()
    for (const numbers of packed(portion)) {
      send({ type: 'positions', numbers }, [numbers.buffer])
      await taken()
    }
  }
})

/** From the end, so that what is sent is gone here. */
const takePortion = (shapes: Shape[]): Shape[] => {
  const portion: Shape[] = []
  let letters = 0
  while (portion.length < portionShapes && letters < portionLetters) {
    const shape = shapes.pop()
    if (shape === undefined) break
    portion.push(shape)
    for (const [name, value] of Object.entries(shape.attributes)) letters += name.length + value.length
  }
  return portion
}

const announced = ({ surfaces, ...shape }: Shape): AnnouncedShape => ({
  ...shape,
  lengths: surfaces.map((rings) => rings.map(({ length }) => length)),
})

function* packed(shapes: Shape[]): Generator<Float64Array<ArrayBuffer>> {
  let numbers = new Float64Array(portionPositions * 2)
  let at = 0
  for (const ring of ringsOf(shapes))
    for (const [x, y] of ring) {
      numbers[at++] = x
      numbers[at++] = y
      if (at < numbers.length) continue
      yield numbers
      numbers = new Float64Array(portionPositions * 2)
      at = 0
    }
  if (at > 0) yield numbers.slice(0, at)
}

const ringsOf = (shapes: Shape[]): Ring[] => shapes.flatMap(({ surfaces }) => surfaces.flat())
