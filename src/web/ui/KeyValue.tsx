import type { ReactNode } from 'react'
import './key-value.css'

export type KeyValueItem = {
  key?: string
  label: string
  value: ReactNode
  unit?: string | undefined
  wide?: boolean
  number?: boolean
}

/** Facts of a record, label before value, aligned in columns; absent values show as —. */
export function KeyValue({ items, columns = 2 }: { items: readonly KeyValueItem[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className="zt-key-value" data-columns={columns}>
      {items.map((item) => (
        <div key={item.key ?? item.label} className={item.wide ? 'zt-key-value-wide' : undefined}>
          <dt>
            {item.label}
            {item.unit && <span className="zt-quiet"> {item.unit}</span>}
          </dt>
          <dd data-number={item.number || undefined}>
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="zt-quiet">—</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
