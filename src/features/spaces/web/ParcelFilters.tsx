import { useEffect, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, FilterBar } from '../../../web/ui/index.ts'
import { useCorps } from '../../projects/web/use-corps.ts'
import { ExportLinks } from './ExportLinks.tsx'
import type { SpaceAsked } from './space-address.ts'

const pauseMs = 250

/** By words, corps, former parcels and what was encircled on the map. */
export function ParcelFilters({ asked }: { asked: SpaceAsked }) {
  const t = useWords('space')
  const { setSearch } = useAddress()
  const corps = useCorps().items
  const narrow = (patch: Record<string, string | undefined>) => setSearch({ ...patch, page: undefined })
  return (
    <FilterBar label={t('filters')} end={<ExportLinks asked={asked} />}>
      <Words asked={asked.q ?? ''} onWords={(q) => narrow({ q: q || undefined })} />
      <select
        className="zt-space-corps"
        aria-label={t('corps')}
        value={asked.unitId ?? ''}
        onChange={(event) => narrow({ corps: event.target.value || undefined })}
      >
        <option value="">{t('allCorps')}</option>
        {corps.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <label className="zt-space-ended">
        <input
          type="checkbox"
          checked={asked.hasEnded}
          onChange={(event) => narrow({ ended: event.target.checked ? '1' : undefined })}
        />
        {t('withEnded')}
      </label>
      {asked.within && (
        <Button onClick={() => narrow({ within: undefined })}>
          {t('within')} <span aria-hidden="true">×</span>
          <span className="zt-unseen">{t('leaveOut')}</span>
        </Button>
      )}
    </FilterBar>
  )
}

/** Asks a moment after the last key, and never in the middle of an input method’s word. */
function Words({ asked, onWords }: { asked: string; onWords: (words: string) => void }) {
  const t = useWords('space')
  const [text, setText] = useState(asked)
  const [isComposing, setComposing] = useState(false)
  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    if (isComposing || text.trim() === asked) return
    const timer = setTimeout(() => onWords(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  })
  return (
    <input
      type="search"
      className="zt-space-words"
      aria-label={t('words')}
      placeholder={t('words')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
