import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const storageKey = 'zt-theme'
const listeners = new Set<() => void>()
let theme: Theme = 'light'
/** What was chosen, and what a page wears in its stead. */
let chosen: Theme = 'light'
let worn: Theme | undefined

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

/** While a page stands that has one look for everybody; what a person chose stays chosen. */
export function wearTheme(look: Theme): () => void {
  worn = look
  show(chosen)
  return () => {
    worn = undefined
    show(chosen)
  }
}

function show(next: Theme) {
  chosen = next
  theme = worn ?? next
  document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
