import type { WorkbookLimits } from './limits.ts'
import type { Row, Workbook } from './workbook.ts'

export type WorkerInput = { path: string; limits: Partial<WorkbookLimits> }

/**
 * What the reading thread sends: progress, then the workbook without rows, then its rows in portions, each after the
 * one before was acknowledged, so that two copies never stand whole beside each other.
 */
export type WorkerMessage =
  | { type: 'progress'; share: number }
  | { type: 'outline'; workbook: Workbook }
  | { type: 'rows'; sheet: number; rows: Row[] }
