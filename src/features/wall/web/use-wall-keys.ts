import { useEffect, useRef } from 'react'
import { toggleScreen } from './fill-screen.ts'
import type { Rotation } from './use-rotation.ts'

type Acts = {
  rotation: Rotation
  onHelp: () => void
  onKeep: (() => void) | undefined
  onLeave: () => void
  /** A dialog has the keyboard. */
  isAsking: boolean
}

/** The whole wall by keyboard: it shows no controls. */
export function useWallKeys(acts: Acts) {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || latest.current.isAsking) return
      // A button that has the focus is pressed by it.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
      const act = actOf(event.key, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function actOf(key: string, { rotation, onHelp, onKeep, onLeave }: Acts): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => rotation.show(Number(key) - 1)
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return () => rotation.step(1)
    case 'ArrowLeft':
    case 'PageUp':
      return () => rotation.step(-1)
    case ' ':
      return rotation.toggle
    case 'f':
    case 'F':
      return toggleScreen
    case '?':
    case '？':
      return onHelp
    case 'k':
    case 'K':
      return onKeep
    case 'Escape':
      return onLeave
    default:
      return undefined
  }
}
