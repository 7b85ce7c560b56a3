import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { PlaceReasons } from './PlaceReasons.tsx'
import { shownNumber } from './shown-number.ts'

const muPerM2 = 0.0015
const signs: Record<RankedPlace['standing'], string> = { pass: '✓', unknown: '○', fail: '✕' }

/** The places in their order; each unfolds to what speaks for it and what against. */
export function PlaceList({ items }: { items: readonly RankedPlace[] }) {
  const [open, setOpen] = useState<number | undefined>(1)
  return (
    <ol className="zt-places">
      {items.map((place) => (
        <Place
          key={`${place.kind} ${place.parts.map(({ id }) => id).join(' ')}`}
          place={place}
          isOpen={open === place.rank}
          onToggle={() => setOpen(open === place.rank ? undefined : place.rank)}
        />
      ))}
    </ol>
  )
}

type PlaceProps = { place: RankedPlace; isOpen: boolean; onToggle: () => void }

function Place({ place, isOpen, onToggle }: PlaceProps) {
  const t = useWords('matching')
  const { rank, kind, parts, areaM2, standing, score } = place
  const failing = place.checks.filter((check) => check.standing !== 'pass').length
  return (
    <li data-standing={standing}>
      <button type="button" className="zt-place" aria-expanded={isOpen} onClick={onToggle}>
        <b className="zt-number">{rank}</b>
        <span className="zt-place-name">{parts.map(({ label }) => label).join(' + ')}</span>
        <span className="zt-quiet">{t(`kind.${kind}`)}</span>
        <span className="zt-number">
          {t('area', { mu: shownNumber(areaM2 * muPerM2), m2: shownNumber(areaM2, 0) })}
        </span>
        <span className="zt-verdict" data-verdict={standing}>
          <span aria-hidden>{signs[standing]}</span>{' '}
          {standing === 'pass' ? t('standing.pass') : t(`standing.${standing}`, { count: failing })}
        </span>
        <span className="zt-place-score">
          <meter min={0} max={1} value={score} aria-label={t('score')} /> {shownNumber(score * 100, 0)}
        </span>
      </button>
      {isOpen && (
        <div className="zt-place-open">
          <p>
            {parts
              .filter((part) => part.kind === 'parcel')
              .map(({ id, label }) => (
                <Link key={id} to="/map" search={{ parcel: id } as never}>
                  {t('onMap', { label })}
                </Link>
              ))}
          </p>
          <PlaceReasons place={place} />
        </div>
      )}
    </li>
  )
}
