import type { MovedOn } from './contract.ts'
import { fieldLabel } from './show-value.ts'

/** A place where the ledger has moved on since the check. */
export function placeWords({ kind, name, field }: MovedOn['first'][number]): { zh: string; en: string } {
  if (kind === 'gone') return { zh: `“${name}”已不在台账中`, en: `“${name}” is no longer in the ledger` }
  if (kind === 'added') return { zh: `“${name}”已有人加入台账`, en: `“${name}” has been added by somebody` }
  return {
    zh: `“${name}”的${fieldLabel(field ?? '', 'zh')}`,
    en: `${fieldLabel(field ?? '', 'en')} of “${name}”`,
  }
}
