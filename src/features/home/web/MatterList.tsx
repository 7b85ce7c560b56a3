import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'
import type { Matter, Matters } from '../contract.ts'
import { AddressLink } from './AddressLink.tsx'
import { DoublesLine } from './DoublesLine.tsx'

/** What waits for this person, or what they raised: by kind, each with its exact number and the first of them. */
export function MatterList({ of, kinds }: { of: 'waiting' | 'raised'; kinds: readonly Matters[] }) {
  const t = useWords('home')
  const may = useMay()
  const withDoubles = of === 'waiting' && may('duplicate:read')
  return (
    <section className="zt-home-list zt-home-matters" aria-labelledby={`home-${of}`}>
      <header className="zt-home-head">
        <h2 id={`home-${of}`}>{t(of)}</h2>
      </header>
      {kinds.length === 0 && !withDoubles && <EmptyState quiet title={t(`${of}None`)} />}
      {kinds.map((matters) => (
        <Kind key={matters.kind} matters={matters} />
      ))}
      {withDoubles && <DoublesLine />}
    </section>
  )
}

function Kind({ matters: { title, address, items, total } }: { matters: Matters }) {
  const t = useWords('home')
  const { language } = useLanguage()
  const rest = (total ?? 0) - items.length
  const words = (
    <>
      {title[language]} {total !== null && <span className="zt-home-total">{showNumber(total)}</span>}
    </>
  )
  return (
    <>
      <h3>{address ? <AddressLink address={address}>{words}</AddressLink> : words}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <AddressLink address={item.address}>
              <MatterLine item={item} />
            </AddressLink>
          </li>
        ))}
      </ul>
      {address && rest > 0 && (
        <p className="zt-home-rest">
          <AddressLink address={address}>{t('rest', { count: showNumber(rest) })}</AddressLink>
        </p>
      )}
      {!address && rest > 0 && (
        <p className="zt-home-rest zt-quiet">{t('restUntold', { count: showNumber(rest) })}</p>
      )}
    </>
  )
}

function MatterLine({ item: { name, note, state, on, isLate } }: { item: Matter }) {
  const { language } = useLanguage()
  return (
    <>
      <span className="zt-home-name">{typeof name === 'string' ? name : name[language]}</span>
      <span className={isLate ? 'zt-late zt-home-when' : 'zt-quiet zt-home-when'}>
        <span>
          {isLate && '■ '}
          {state?.[language] ?? on}
        </span>
      </span>
      {(note || (state && on)) && (
        <span className="zt-home-text">
          {note && <span>{note[language]}</span>}
          {state && on && <span className="zt-quiet">{on}</span>}
        </span>
      )}
    </>
  )
}
