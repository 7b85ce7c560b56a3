import { stat } from 'node:fs/promises'
import { runThread } from '../thread/run-thread.ts'
import { textSharer } from '../thread/text-sharer.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Drawing, Ring, Shape } from './drawing.ts'
import type { DrawingLimits } from './limits.ts'
import type { AnnouncedShape, DrawingInput, DrawingMessage } from './worker-protocol.ts'

export type DrawingWorkerOptions = {
  signal?: AbortSignal
  /** Past it the file is refused as `too_slow`. Default: 30 s and 1 s more per MB of file, at most 180 s. */
  timeLimitMs?: number
  /** Default 1,024. */
  maxHeapMb?: number
  limits?: Partial<DrawingLimits>
}

const defaultHeapMb = 1_024
const defaultTimeLimitMs = (bytes: number) => Math.min(180_000, 30_000 + (bytes / 1024 ** 2) * 1_000)

/**
 * `readDrawing` in a thread of its own, so that a hostile file can neither stop the server nor exhaust its heap: out of
 * memory there is `too_many_points` here. Rejects with the signal's reason when cancelled.
 */
export const readDrawingInWorker = async (
  path: string,
  fileName: string,
  options: DrawingWorkerOptions = {},
): Promise<Drawing> => {
  const { signal, maxHeapMb = defaultHeapMb, limits = {} } = options
  const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs((await stat(path)).size)
  const input: DrawingInput = { path, fileName, limits }
  const assembly = new Assembly()
  await runThread<DrawingMessage>(
    new URL('./drawing-worker.ts', import.meta.url),
    input,
    { signal, timeLimitMs, maxHeapMb, outOfMemory: 'too_many_points' },
    (message, next) => {
      if (message.type === 'outline') assembly.outline = message.drawing
      else {
        if (message.type === 'shapes') assembly.announce(message.shapes)
        else assembly.fill(message.numbers)
        next()
      }
    },
  )
  return assembly.finish()
}

/** Puts the portions together again. */
class Assembly {
  outline: Omit<Drawing, 'shapes'> | undefined
  readonly #shapes: Shape[] = []
  readonly #share = textSharer()
  /** Rings announced and not filled yet, the next one last. */
  #waiting: { ring: Ring; length: number }[] = []

  announce(shapes: AnnouncedShape[]): void {
    this.#waiting = []
    for (const { lengths, attributes, ...shape } of shapes) {
      const rings = lengths.map((surface) => surface.map((length) => ({ ring: [] as Ring, length })))
      for (const surface of rings) for (const one of surface) this.#waiting.push(one)
      this.#shapes.push({
        ...shape,
        surfaces: rings.map((surface) => surface.map(({ ring }) => ring)),
        attributes: this.#shared(attributes),
      })
    }
    this.#waiting.reverse()
  }

  fill(numbers: Float64Array): void {
    for (let at = 0; at < numbers.length; at += 2) {
      let next = this.#waiting.at(-1)
      while (next !== undefined && next.ring.length === next.length) {
        this.#waiting.pop()
        next = this.#waiting.at(-1)
      }
      next?.ring.push([numbers[at] ?? 0, numbers[at + 1] ?? 0])
    }
  }

  finish(): Drawing {
    if (this.outline === undefined) throw new UnreadableFile('damaged', { reason: 'reading stopped' })
    const { format, order, ...rest } = this.outline
    return { format, order, shapes: this.#shapes, ...rest }
  }

  #shared(attributes: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, this.#share(value)]))
  }
}
