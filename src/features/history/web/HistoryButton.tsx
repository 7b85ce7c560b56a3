import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { ClockIcon } from '../../../web/ui/icons.tsx'
import { fieldLabel } from '../../projects/web/field-words.ts'
import { historyAddress } from './history-address.ts'
import './history-button.css'

/** Opens the history of the field it stands beside, of one month where the field is of a month. */
export function HistoryButton({ name, period }: { name: string; period?: string | undefined }) {
  const t = useWords('history')
  const { language } = useLanguage()
  const { setSearch } = useAddress()
  const label = t('field.open', { field: fieldLabel(name, language) })
  return (
    <button
      type="button"
      className="zt-history-open"
      title={label}
      aria-label={label}
      onClick={() => setSearch({ history: historyAddress(name, period) })}
    >
      <ClockIcon />
    </button>
  )
}
