/** A browser may refuse, and some have no full screen: the wall then fills the window. */
export function fillScreen() {
  if (!document.fullscreenElement) void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

export function leaveScreen() {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
}

export const toggleScreen = () => (document.fullscreenElement ? leaveScreen() : fillScreen())
