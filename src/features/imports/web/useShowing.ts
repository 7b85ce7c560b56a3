import { useMemo } from 'react'
import { useLanguage } from '../../../web/i18n/index.ts'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { LedgerImport } from '../contract.ts'
import { moneyUnitFor, showValue } from '../show-value.ts'

/** Units as the file writes them, by field: who compares with the file reads the file's own numbers. */
export function fileUnits({ tables }: Pick<LedgerImport, 'tables'>): ReadonlyMap<string, string> {
  const columns = tables.filter(({ use }) => use).flatMap((table) => table.columns)
  return new Map(
    columns.flatMap(({ field, unit }) => (field === null || unit === null ? [] : [[field, unit] as const])),
  )
}

/** Values as this import's reader wants them: language, the file's units, names of corps. */
export function useShowing(ledgerImport: Pick<LedgerImport, 'tables'>) {
  const { language } = useLanguage()
  const corps = useCorps()
  const { tables } = ledgerImport
  return useMemo(() => {
    const units = fileUnits({ tables })
    const corpsName = corps.nameOf
    const showingOf = (field: string, together: readonly (string | null)[]) => ({
      language,
      corpsName,
      moneyUnit: moneyUnitFor(together, units.get(field)),
    })
    return {
      language,
      corps,
      units,
      showingOf,
      show: (field: string, value: string | null, together: readonly (string | null)[] = [value]) =>
        showValue(field, value, showingOf(field, together)),
    }
  }, [tables, corps, language])
}
export type ShowingHere = ReturnType<typeof useShowing>
