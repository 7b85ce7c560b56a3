import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook } from '../../workbooks/office-xlsx/model.ts'
import type { Line } from '../snapshot.ts'
import { battleLedger } from './battle-ledger.ts'
import { byArea } from './by-area.ts'
import { byPhase } from './by-phase.ts'
import { plainList } from './plain-list.ts'
import { yearEnd } from './year-end.ts'

/** The office changed its form five times in two years. */
export const layoutOf = (month: Month): ((month: Month, lines: readonly Line[]) => OfficeBook) =>
  month < '2020-09'
    ? plainList
    : month < '2021-03'
      ? byPhase
      : month < '2021-12'
        ? byArea
        : month < '2022-01'
          ? yearEnd
          : battleLedger
