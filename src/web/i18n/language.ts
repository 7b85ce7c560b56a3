import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

const storageKey = 'zt-language'
const listeners = new Set<(language: Language) => void>()
let language: Language = 'zh'

/** Chinese unless the person chose otherwise on this machine. */
export function startLanguage(): Language {
  language = localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  return language
}

export const currentLanguage = (): Language => language

export function setLanguage(next: Language) {
  language = next
  localStorage.setItem(storageKey, next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener(next)
}

export function onLanguage(listener: (language: Language) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useLanguage(): { language: Language; setLanguage: (next: Language) => void } {
  return { language: useSyncExternalStore(onLanguage, currentLanguage), setLanguage }
}
