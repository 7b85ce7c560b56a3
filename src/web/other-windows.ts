/** Windows of one browser share one session: what replaces it in one is told to the others. */
const channel = new BroadcastChannel('zt-session')

export const tellOtherWindows = () => channel.postMessage('replaced')

export function onOtherWindow(heard: () => void): () => void {
  channel.addEventListener('message', heard)
  return () => channel.removeEventListener('message', heard)
}
