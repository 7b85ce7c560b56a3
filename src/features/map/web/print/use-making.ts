import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { pdfFile } from '../../../../formats/raster/pdf-file.ts'
import { type Packed, pngFile } from '../../../../formats/raster/png-file.ts'
import { api } from '../../../../web/api.ts'
import type { DrawingLimits } from '../../../../web/map/canvas-window.ts'
import { drawOffScreen } from '../../../../web/map/draw-off-screen.ts'
import type { Palette } from '../../../../web/map/palette.ts'
import type { Print, PrintInput } from '../../contract.ts'
import type { MapWords } from '../style-parts.ts'
import { drawSheet } from './draw-sheet.ts'
import { dotsOn, mapDrawing } from './map-drawing.ts'
import { pictureOfSvg } from './picture-of-svg.ts'
import type { Plan } from './plan.ts'
import type { PrintAsked } from './print-address.ts'

export type SheetFormat = PrintInput['format']
type Ordered = {
  plan: Plan
  asked: PrintAsked
  title: string
  day: string | undefined
  palette: Palette
  limits: DrawingLimits
  words: MapWords
  /** Under which the file is kept, without its ending. */
  fileName: string
  traceOf: (print: Print) => string
  /** What stands on the sheet besides the map, as the page shows it. */
  drawn: () => SVGSVGElement | null
}
/** Nothing; how far it is, 0 to 1; a sheet that waits for the printer. */
export type Making =
  | { state: 'idle' }
  | { state: 'busy'; share: number; stop: () => void }
  | { state: 'failed'; error: unknown }
  | { state: 'paper'; picture: string }

type Make = (format: SheetFormat, ordered: Ordered) => Promise<void>

/** Takes a sheet out of the house: logged first, then drawn, then given to the person. `print` is what the log said. */
export function useMaking(): { making: Making; print: Print | undefined; make: Make; end: () => void } {
  const [making, setMaking] = useState<Making>({ state: 'idle' })
  const [print, setPrint] = useState<Print>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const end = () => {
    setMaking({ state: 'idle' })
    setPrint(undefined)
  }

  async function make(format: SheetFormat, ordered: Ordered) {
    const controller = new AbortController()
    const { signal } = controller
    stop.current = controller
    const tell = (share: number) =>
      signal.aborted || setMaking({ state: 'busy', share, stop: () => controller.abort() })
    tell(0)
    try {
      const told = await api.send<Print>('POST', '/map/prints', orderOf(format, ordered))
      signal.throwIfAborted()
      // The sheet on the page says from now on who takes it out, and is what is drawn.
      flushSync(() => setPrint(told))
      const parts = await drawn(format, ordered, told, signal, tell)
      signal.throwIfAborted()
      if (format === 'paper') return setMaking({ state: 'paper', picture: URL.createObjectURL(parts) })
      save(parts, `${ordered.fileName}.${format}`)
      end()
    } catch (error) {
      setPrint(undefined)
      setMaking(signal.aborted ? { state: 'idle' } : { state: 'failed', error })
    }
  }
  return { making, print, make, end }
}

const orderOf = (format: SheetFormat, { plan, asked, title, day }: Ordered): PrintInput => ({
  ...(day ? { day } : {}),
  ...(asked.map.unitId ? { unitId: asked.map.unitId } : {}),
  ...(asked.map.chain ? { chain: asked.map.chain } : {}),
  bounds: plan.bounds.map((degrees) => degrees.toFixed(6)).join(','),
  title,
  paper: asked.paper,
  dpi: asked.dpi,
  scale: plan.sight.scale,
  format,
})

async function drawn(
  format: SheetFormat,
  ordered: Ordered,
  print: Print,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const { plan, asked, palette, limits, words, day, title } = ordered
  const dots = dotsOn(plan, asked.dpi)
  const isPaper = format === 'paper'
  const furniture = isPaper ? null : ordered.drawn()
  const over = furniture ? { over: await pictureOfSvg(furniture, dots) } : {}
  const sheet = isPaper
    ? { width: dots.mapWidth, height: dots.mapHeight, at: { x: 0, y: 0 } }
    : { width: dots.width, height: dots.height, at: dots.map, ...over }
  const drawing = mapDrawing(plan, asked.map, palette, { words, day }, dots.ratio)
  const picture: Packed = await drawOffScreen(drawing, { ratio: dots.ratio, limits, signal }, (map) =>
    drawSheet(map, sheet, limits, onProgress),
  )
  const trace = ordered.traceOf(print)
  if (format !== 'pdf')
    return new Blob(
      pngFile(picture, { dpi: asked.dpi, said: { Title: title, Author: print.name, Comment: trace } }),
      {
        type: 'image/png',
      },
    )
  const about = { title, author: print.name, subject: trace, made: new Date(print.at) }
  const { width: widthMm, height: heightMm } = plan.size.mm
  return new Blob(pdfFile({ picture, widthMm, heightMm, about }), { type: 'application/pdf' })
}

/** A browser begins to save at once but reads on for a while. */
const keptMs = 60_000

function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
