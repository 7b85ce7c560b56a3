/** The part of a larger picture that a canvas holds at a time, in dots. */
export type CanvasWindow = {
  /** How large it is: a dot, until somebody looks through it. */
  resize: (width: number, height: number) => void
  /** Its upper left corner in the whole. */
  show: (left: number, top: number) => void
}

const setReal = {
  width: Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width')?.set,
  height: Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'height')?.set,
}

/**
 * Lets a renderer draw on a canvas far larger than any that a graphics card gives: the canvas says it is as large as it
 * is asked to be, while it holds but a window of that, and what is drawn beside the window is cut off. So letters are
 * placed once for the whole, and windows side by side are one picture without a seam. Good for what is drawn straight
 * onto the canvas, by nothing that asks which dot of the canvas it is.
 */
export function openWindow(canvas: HTMLCanvasElement): CanvasWindow {
  const gl = canvas.getContext('webgl2')
  if (!gl) throw new Error('This canvas draws nothing.')
  const held = { width: 1, height: 1 }
  const whole = { width: canvas.width, height: canvas.height }
  Object.assign(canvas, held)
  let [left, top] = [0, 0]
  let asked: [number, number, number, number] = [0, 0, whole.width, whole.height]

  const side = (name: 'width' | 'height') => ({
    get: () => whole[name],
    set: (size: number) => {
      whole[name] = size
    },
  })
  Object.defineProperties(canvas, { width: side('width'), height: side('height') })
  Object.defineProperties(gl, {
    drawingBufferWidth: { get: () => whole.width },
    drawingBufferHeight: { get: () => whole.height },
  })
  const viewport = WebGL2RenderingContext.prototype.viewport.bind(gl)
  // WebGL counts from the lower left corner.
  const place = ([x, y, wide, high]: typeof asked) =>
    viewport(x - left, y - (whole.height - top - held.height), wide, high)
  gl.viewport = (...next) => {
    asked = next
    place(next)
  }
  return {
    resize(width, height) {
      Object.assign(held, { width, height })
      for (const name of ['width', 'height'] as const) setReal[name]?.call(canvas, held[name])
      place(asked)
    },
    show(nextLeft, nextTop) {
      left = nextLeft
      top = nextTop
      place(asked)
    },
  }
}

export type DrawingLimits = { window: { width: number; height: number }; widest: number; highest: number }

/** Of the window: enough to draw few, little enough for any memory. */
const [windowWidth, windowHeight] = [2048, 1024]

/** What the graphics card of this machine can do; undefined where it draws nothing. */
export function drawingLimits(): DrawingLimits | undefined {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return undefined
  const most = Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE), gl.getParameter(gl.MAX_RENDERBUFFER_SIZE))
  const [widest = 0, highest = 0] = gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return {
    window: { width: Math.min(windowWidth, most), height: Math.min(windowHeight, most) },
    widest,
    highest,
  }
}
