import type { Case } from '../case-sheet.ts'
import { mergedHeader } from './c01-merged-header.ts'
import { subtotals } from './c02-subtotals.ts'
import { sheetPerCorps } from './c03-sheet-per-corps.ts'
import { mixedUnits } from './c04-mixed-units.ts'
import { fullWidth } from './c05-full-width.ts'
import { dates } from './c06-dates.ts'
import { hiddenAndNotes } from './c07-hidden-and-notes.ts'
import { oldXls } from './c08-old-xls.ts'
import { libreOffice } from './c09-libreoffice.ts'
import { wps } from './c09-wps.ts'
import { gbkCsv } from './c10-gbk-csv.ts'
import { threeRowHeader } from './c11-three-row-header.ts'
import { formulasAndErrors } from './c12-formulas-and-errors.ts'
import { matchingAfter, matchingBefore } from './c13-matching.ts'
import { mac1904 } from './c14-mac-1904.ts'
import { webPage } from './c15-web-page.ts'

export const cases: readonly Case[] = [
  mergedHeader,
  subtotals,
  sheetPerCorps,
  mixedUnits,
  fullWidth,
  dates,
  hiddenAndNotes,
  oldXls,
  libreOffice,
  wps,
  gbkCsv,
  threeRowHeader,
  formulasAndErrors,
  matchingBefore,
  matchingAfter,
  mac1904,
  webPage,
]
