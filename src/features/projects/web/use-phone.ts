import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 720px)')
const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** True on a telephone's screen: other screens are shown there, not smaller ones. */
export const usePhone = () => useSyncExternalStore(subscribe, () => narrow.matches)
