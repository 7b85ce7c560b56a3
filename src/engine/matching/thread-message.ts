import type { BatchAnswer } from './batch-plan.ts'
import type { MatchInput } from './input.ts'
import type { Progress, RunOptions } from './run.ts'

export type ToThread = { input: MatchInput; options: Omit<RunOptions, 'signal' | 'onProgress'> }
export type FromThread =
  | { type: 'progress'; progress: Progress }
  | { type: 'answer'; answer: BatchAnswer }
  | { type: 'failed'; message: string }
