import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, CloseIcon } from '../../../web/ui/index.ts'
import { type Hit, hitName, hitWords } from './hits.ts'

type HitListProps = {
  hits: readonly Hit[]
  at: { x: number; y: number }
  onChoose: (hit: Hit) => void
  onClose: () => void
}

/** Several lie under one press: which is meant. */
export function HitList({ hits, at, onChoose, onClose }: HitListProps) {
  const t = useWords('map')
  const { language } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLButtonElement>('li button')?.focus(), [])
  return (
    <div
      ref={place}
      className="zt-map-hits"
      role="dialog"
      aria-label={t('several', { count: hits.length })}
      style={{ left: `min(${at.x}px, 100% - 292px)`, top: `min(${at.y}px, 100% - 332px)` }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        {t('several', { count: hits.length })}
        <Button kind="icon" aria-label={t('frame:close')} onClick={onClose}>
          <CloseIcon />
        </Button>
      </header>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" onClick={() => onChoose(hit)}>
              <span>{hitName(hit, t('unnamed'))}</span>
              <span className="zt-quiet">
                {t(hit.kind)} · {hitWords(hit, language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
