let known: boolean | undefined

/** True if this browser can draw maps at all. Asked once: a canvas made for the question is not cheap. */
export function canDraw(): boolean {
  known ??= hasGraphics()
  return known
}

function hasGraphics() {
  try {
    const graphics = document.createElement('canvas').getContext('webgl2')
    graphics?.getExtension('WEBGL_lose_context')?.loseContext()
    return graphics !== null
  } catch {
    return false
  }
}
