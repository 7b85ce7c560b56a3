import { readWorkbookInWorker } from '../../../formats/read-in-worker.ts'
import { UnreadableFile } from '../../../formats/unreadable-file.ts'
import type { Workbook } from '../../../formats/workbook.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type FoundTable, findAllTables } from '../model/propose-tables.ts'
import { refusalOf } from './refusals.ts'

export type OpenWorkbook = { workbook: Workbook; tables: FoundTable[] }

/** People check a file a few times right after uploading it; the last one stays parsed for so long. */
const keptMinutes = 10
let kept: { path: string; open: OpenWorkbook; timer: NodeJS.Timeout } | undefined

/** The file's cells and tables, from the memory of the last one read or from the disk, in a thread of its own. */
export async function openWorkbook(
  path: string,
  fileName: string,
  signal?: AbortSignal,
): Promise<OpenWorkbook> {
  if (kept?.path === path) return kept.open
  try {
    const workbook = await readWorkbookInWorker(path, signal ? { signal } : {})
    const open = { workbook, tables: findAllTables(workbook) }
    closeWorkbook()
    kept = { path, open, timer: setTimeout(closeWorkbook, keptMinutes * 60_000).unref() }
    return open
  } catch (error) {
    if (error instanceof UnreadableFile) throw refusalOf(error, fileName)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Problem(
        'conflict',
        say(
          `“${fileName}”的原文件已不在服务器上，请重新上传。`,
          `The file “${fileName}” is no longer on the server; upload it again.`,
        ),
      )
    throw error
  }
}

export function closeWorkbook(path: string | undefined = kept?.path) {
  if (!kept || kept.path !== path) return
  clearTimeout(kept.timer)
  kept = undefined
}
