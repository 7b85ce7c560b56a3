/** So long after a key or a press somebody is taken to be there. */
const presentMs = 60_000

let standing = 0
let actedAt = 0
let toldAt = 0

/** While a page stands that goes on asking by itself, as a wall or a map does; `tell` lets the server hear of a key that asks for nothing. */
export function standAlone(tell: () => void): () => void {
  const act = () => {
    actedAt = Date.now()
    if (actedAt - toldAt < presentMs) return
    toldAt = actedAt
    tell()
  }
  standing++
  act()
  addEventListener('keydown', act)
  addEventListener('pointerdown', act)
  addEventListener('wheel', act, { passive: true })
  return () => {
    standing--
    removeEventListener('keydown', act)
    removeEventListener('pointerdown', act)
    removeEventListener('wheel', act)
  }
}

/** When somebody was last there. */
export const lastActAt = () => actedAt

/** Said with every request that nobody made: the server then does not count it as activity, and the session ends idle. */
export const attendance = (): Record<string, string> =>
  standing > 0 && Date.now() - actedAt > presentMs ? { 'X-Zhantu-Unattended': '1' } : {}
