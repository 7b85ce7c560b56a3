/** So long after a key or a press somebody is taken to be there. */
const presentMs = 60_000

let standing = 0
let actedAt = 0
const act = () => {
  actedAt = Date.now()
}

/** While a page stands that goes on asking by itself, as a wall does. */
export function standAlone(): () => void {
  standing++
  act()
  addEventListener('keydown', act)
  addEventListener('pointerdown', act)
  return () => {
    standing--
    removeEventListener('keydown', act)
    removeEventListener('pointerdown', act)
  }
}

/** When somebody was last there. */
export const lastActAt = () => actedAt

/** Said with every request that nobody made: the server then does not count it as activity, and the session ends idle. */
export const attendance = (): Record<string, string> =>
  standing > 0 && Date.now() - actedAt > presentMs ? { 'X-Zhantu-Unattended': '1' } : {}
