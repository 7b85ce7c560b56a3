import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Difference } from '../contract.ts'
import { fieldLabel } from '../show-value.ts'
import type { ShowingHere } from './useShowing.ts'

const few = 6

/** Field by field what the ledger has and what it would have. */
export function DifferenceList({
  differences,
  showing,
}: {
  differences: readonly Difference[]
  showing: ShowingHere
}) {
  const t = useWords('imports')
  const [all, setAll] = useState(false)
  const visible = all || differences.length <= few + 1 ? differences : differences.slice(0, few)
  return (
    <div className="zt-differences">
      <dl>
        {visible.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{fieldLabel(field, showing.language)}</dt>
            <dd>
              <Side
                label={t('row.from')}
                text={from === null ? undefined : showing.show(field, from, [from, to])}
                kind="from"
              />
              <span className="zt-difference-arrow" aria-hidden="true">
                →
              </span>
              <Side
                label={t('row.to')}
                text={to === null ? undefined : showing.show(field, to, [from, to])}
                kind="to"
              />
            </dd>
          </div>
        ))}
      </dl>
      {visible.length < differences.length && (
        <button type="button" className="zt-link" onClick={() => setAll(true)}>
          {t('row.more', { count: differences.length - visible.length })}
        </button>
      )}
    </div>
  )
}

function Side({ label, text, kind }: { label: string; text: string | undefined; kind: 'from' | 'to' }) {
  const t = useWords('imports')
  return (
    <span className={`zt-difference-${kind}`} data-blank={text === undefined || undefined} title={text}>
      <span className="zt-unseen">{label} </span>
      {text ?? t('row.blank')}
    </span>
  )
}
