import { readDrawingInWorker } from '../../../../formats/drawing/read-drawing-in-worker.ts'
import { readWorkbookInWorker } from '../../../../formats/read-in-worker.ts'
import { UnreadableFile } from '../../../../formats/unreadable-file.ts'
import type { Workbook } from '../../../../formats/workbook.ts'
import { Problem, say } from '../../../../server/errors.ts'
import { refusalOf } from '../../../imports/server/refusals.ts'
import { shapesOfSheet } from '../../model/sheet-shapes.ts'
import type { GivenShape } from '../../model/understand-shape.ts'

/** A file of parcels as it is written, whatever its format. */
export type OpenFile = {
  format: string
  order: 'northFirst' | 'eastFirst'
  shapes: GivenShape[]
  system: { epsg?: number; wkt?: string; header?: Record<string, string> }
  notices: { code: string; place?: string; layer?: string; value?: string; count?: number }[]
}

const workbooks = new Set<unknown>(['xlsx', 'xls', 'csv'])

/** Reads it in a thread of its own; refuses what is no file of parcels, with the reason. */
export async function openFile(path: string, name: string): Promise<OpenFile> {
  try {
    return await readDrawingInWorker(path, name)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const isWorkbook = error.code === 'not_a_drawing' && workbooks.has(error.details['kind'])
    if (isWorkbook) return openSheets(path, name)
    throw refusalOf(error, name)
  }
}

async function openSheets(path: string, name: string): Promise<OpenFile> {
  const workbook = await readWorkbookInWorker(path).catch((error) => {
    throw error instanceof UnreadableFile ? refusalOf(error, name) : error
  })
  const sheets = textSheets(workbook).flatMap((sheet) => shapesOfSheet(sheet) ?? [])
  const [first] = sheets
  if (!first)
    throw new Problem(
      'invalid_input',
      say(
        `“${name}”里没有找到坐标表：表头须有 X、Y 两列，或经度、纬度两列。`,
        `“${name}” has no table of coordinates: its header must have columns X and Y, or longitude and latitude.`,
      ),
    )
  const alike = sheets.filter(({ order }) => order === first.order)
  const others = sheets.filter(({ order }) => order !== first.order)
  return {
    format: workbook.format,
    order: first.order,
    shapes: alike.flatMap(({ shapes }) => shapes),
    system: {},
    notices: [
      ...alike.flatMap(({ notices }) => notices),
      ...others.flatMap(({ shapes }) => ({
        code: 'systems_differ',
        ...(shapes[0]?.layer ? { layer: shapes[0].layer } : {}),
      })),
    ],
  }
}

const textSheets = (workbook: Workbook) =>
  workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell?.text ?? '') })),
  }))
