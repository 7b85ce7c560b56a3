import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Difference } from '../contract.ts'
import { fieldLabel } from '../show-value.ts'
import { mainFirst } from './main-values.ts'
import type { ShowingHere } from './useShowing.ts'

const few = 4

/** What a row of the file says, the main things first, the rest when asked for. */
export function ValueList({ values, showing }: { values: readonly Difference[]; showing: ShowingHere }) {
  const t = useWords('imports')
  const [all, setAll] = useState(false)
  const given = mainFirst(values)
  const visible = all || given.length <= few + 1 ? given : given.slice(0, few)
  return (
    <div className="zt-check-values">
      <dl>
        {visible.map(({ field, to, assumed }) => (
          <div key={field}>
            <dt>{fieldLabel(field, showing.language)}</dt>
            {assumed ? (
              <dd className="zt-quiet">{t('row.assumed', { value: showing.show(field, to) })}</dd>
            ) : (
              <dd>{showing.show(field, to)}</dd>
            )}
          </div>
        ))}
      </dl>
      {given.length > few + 1 && (
        <button type="button" className="zt-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('row.less') : t('row.more', { count: given.length - visible.length })}
        </button>
      )}
    </div>
  )
}
