import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const storageKey = 'zt-theme'
const listeners = new Set<() => void>()
let theme: Theme = 'light'

/** The person's choice on this machine, else the system's. */
export function startTheme() {
  const stored = localStorage.getItem(storageKey)
  const system = matchMedia('(prefers-color-scheme: dark)')
  show(stored === 'dark' || stored === 'light' ? stored : system.matches ? 'dark' : 'light')
  system.addEventListener('change', (event) => {
    if (localStorage.getItem(storageKey) === null) show(event.matches ? 'dark' : 'light')
  })
}

export function setTheme(next: Theme) {
  localStorage.setItem(storageKey, next)
  show(next)
}

export function useTheme(): { theme: Theme; setTheme: (next: Theme) => void } {
  return { theme: useSyncExternalStore(subscribe, () => theme), setTheme }
}

function show(next: Theme) {
  theme = next
  document.documentElement.dataset['theme'] = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
