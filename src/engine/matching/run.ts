/** What a run tells while it works; values as the caller gave them. */
export type Progress = {
  phase: 'places' | 'relaxation' | 'whole' | 'reasons'
  /** No plan is worth more, as far as is known. */
  bound: number | null
  /** The best plan found. */
  best: number | null
  columns: number
}
export type RunOptions = {
  seed: number
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** Enough when the plan is within this share of the bound; 0 proves the best. */
  gap?: number
  /** After so many seconds the best so far is the answer, and says so. An answer cut short this way may differ in another run. */
  mostSeconds?: number
  /** After so many branches the best so far is the answer, and says so; the same in every run. */
  mostNodes?: number
}

/** A browser has no setImmediate, and its timers wait. */
const soon: (then: () => void) => void = globalThis.setImmediate ?? globalThis.setTimeout

/** Lets an abort be heard, since solving hears nothing; throws the signal's reason. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => soon(() => resolve()))
  signal?.throwIfAborted()
}
