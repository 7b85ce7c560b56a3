import { isDrawnFrom } from '../../map/drawn-tables.ts'

/** What a wall reads together. */
export type WallPart = 'land' | 'projects'

/** Which of it shows otherwise after a write; undefined: anything may have been written. */
export function partsMoved(written: readonly string[] | undefined): WallPart[] {
  if (!written) return ['land', 'projects']
  return [
    ...(isDrawnFrom(written, 'land') ? (['land'] as const) : []),
    ...(isDrawnFrom(written, 'projects', 'rights') ? (['projects'] as const) : []),
  ]
}
