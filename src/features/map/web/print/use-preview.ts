import { useEffect, useState } from 'react'
import type { DrawingLimits } from '../../../../web/map/canvas-window.ts'
import { drawOffScreen } from '../../../../web/map/draw-off-screen.ts'
import type { Palette } from '../../../../web/map/palette.ts'
import type { MapAsked } from '../map-address.ts'
import type { MapWords } from '../style-parts.ts'
import { mapDrawing } from './map-drawing.ts'
import type { Plan } from './plan.ts'

/** Dots across: enough for the page, drawn in one window. */
const previewWidth = 1600
/** After the last choice. */
const restMs = 150

export type Preview = { picture: string | undefined; isStale: boolean; error: unknown; again: () => void }

/** The map of a sheet as small as the page shows it, drawn anew when another is chosen. */
export function usePreview(
  plan: Plan | undefined,
  asked: MapAsked,
  {
    palette,
    limits,
    words,
    day,
  }: { palette: Palette; limits: DrawingLimits; words: MapWords; day: string | undefined },
): Preview {
  const [picture, setPicture] = useState<string>()
  const [shown, setShown] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [tries, setTries] = useState(0)
  const { view: _view, isListed: _isListed, hidden, ...rest } = asked
  const key = JSON.stringify([plan, rest, [...hidden], words, day, tries])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it
  useEffect(() => {
    if (!plan) return
    const stop = new AbortController()
    const { signal } = stop
    const draw = async () => {
      const ratio = Math.min(previewWidth, limits.window.width) / plan.frame.width
      const most = Math.min(1, limits.window.height / (plan.frame.height * ratio))
      const drawing = mapDrawing(plan, asked, palette, { words, day }, ratio * most)
      const blob = await drawOffScreen(drawing, { ratio: ratio * most, limits, signal }, ({ window }) =>
        blobOf(window(0, 0)),
      )
      signal.throwIfAborted()
      setPicture(URL.createObjectURL(blob))
      setShown(key)
      setError(undefined)
    }
    const timer = setTimeout(
      () => void draw().catch((problem) => signal.aborted || setError(problem)),
      restMs,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key])
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])
  return { picture, isStale: shown !== key, error, again: () => setTries(tries + 1) }
}

const blobOf = (canvas: HTMLCanvasElement) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was not made.')))),
  )
