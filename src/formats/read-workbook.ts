import { defaultLimits, type WorkbookLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { Workbook } from './workbook.ts'

export type { WorkbookLimits } from './limits.ts'
export { type UnreadableCode, UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a spreadsheet file; its content, never its name, says which kind it is. Throws `UnreadableFile`.
 * Nothing is evaluated, nothing is unpacked to disk. Files of strangers belong in `readWorkbookInWorker`.
 */
export async function readWorkbook(path: string, limits: Partial<WorkbookLimits> = {}): Promise<Workbook> {
  void path
  void { ...defaultLimits, ...limits }
  throw new UnreadableFile('not_a_workbook')
}
