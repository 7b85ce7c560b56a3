import type { Static } from '../../../shared/schema.ts'
import type { GridGroup } from '../../../web/grid/grid-types.ts'
import type { Language, Words } from '../../../web/i18n/index.ts'
import type { Group } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import type { MoneyUnits } from './column-units.ts'
import type { Corps } from './corps-names.ts'
import { valueText } from './field-words.ts'
import { sumTexts } from './ledger-columns.tsx'

/** Fields by which an office puts its ledger into groups. */
export const groupFields = [
  'stage',
  'light',
  'standing',
  'corps',
  'chain',
  'investorKind',
  'officer',
  'leadOfficial',
  'responsibleUnit',
  'firstContactUnit',
  'industryCode',
  'provenance',
] as const

type Setting = { t: Words; language: Language; corps: Corps; units: MoneyUnits }

/** Groups as headers over rows that come sorted by the same field. */
export function gridGroups(
  by: string,
  groups: readonly Static<typeof Group>[],
  { t, language, corps, units }: Setting,
): GridGroup[] {
  const field = fieldByKey.get(by)
  if (!field) return []
  let from = 0
  return groups.map(({ value, count, sums }) => {
    const name = value === null ? t('blank') : valueText(field, value, language, corps)
    const group = { from, count, label: t('groupLabel', { name, count }), subtotals: sumTexts(sums, units) }
    from += count
    return group
  })
}
