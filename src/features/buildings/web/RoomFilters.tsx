import { useEffect, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, FilterBar } from '../../../web/ui/index.ts'
import { LassoChip } from '../../projects/web/LassoChip.tsx'
import { useCorps } from '../../projects/web/use-corps.ts'
import { buildingKinds, buildingKindWords } from '../words.ts'
import { type Asked, buildingFilter } from './rooms-address.ts'

const figures = [
  { key: 'area', of: 'minArea' },
  { key: 'height', of: 'minHeight' },
  { key: 'load', of: 'minLoad' },
] as const

/** What a project asks of a room: how large, how high, how strong, and when. */
export function RoomFilters({ asked, of }: { asked: Asked; of: 'buildings' | 'rooms' }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const { setSearch } = useAddress()
  const corps = useCorps().items
  const narrow = (patch: Record<string, string | undefined>) => setSearch({ ...patch, page: undefined })
  return (
    <FilterBar label={t('filters')} end={of === 'buildings' && <ExportLink asked={asked} />}>
      <Typed label={t('words')} asked={asked.q ?? ''} wide onTyped={(q) => narrow({ q })} />
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
      <select
        className="zt-space-corps"
        aria-label={t('kind')}
        value={asked.kind ?? ''}
        onChange={(event) => narrow({ kind: event.target.value || undefined })}
      >
        <option value="">{t('allKinds')}</option>
        {buildingKinds.map((kind) => (
          <option key={kind} value={kind}>
            {buildingKindWords[kind][language]}
          </option>
        ))}
      </select>
      <select
        className="zt-space-corps"
        aria-label={t('free')}
        value={asked.free ?? ''}
        onChange={(event) => narrow({ free: event.target.value || undefined })}
      >
        <option value="">{t('anyTime')}</option>
        <option value="0">{t('freeNow')}</option>
        {[3, 6, 12].map((months) => (
          <option key={months} value={months}>
            {t('freeBy', { months })}
          </option>
        ))}
      </select>
      {figures.map(({ key, of: field }) => (
        <Typed
          key={key}
          label={t(`least.${key}`)}
          asked={asked[field] ?? ''}
          onTyped={(value) => narrow({ [key]: value })}
        />
      ))}
      <LassoChip within={asked.within} hint={t('lassoHint')} onDrop={() => narrow({ within: undefined })} />
      {asked.buildingId && (
        <Button onClick={() => narrow({ building: undefined })}>
          {t('ofOneBuilding')} <span aria-hidden="true">×</span>
          <span className="zt-unseen">{t('leaveOut')}</span>
        </Button>
      )}
    </FilterBar>
  )
}

const pauseMs = 250
type TypedProps = {
  label: string
  asked: string
  wide?: boolean
  onTyped: (text: string | undefined) => void
}

/** Asks a moment after the last key, and never in the middle of an input method’s word. */
function Typed({ label, asked, wide, onTyped }: TypedProps) {
  const [text, setText] = useState(asked)
  const [isComposing, setComposing] = useState(false)
  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    const plain = wide ? text.trim() : text.normalize('NFKC').replace(/[^\d.]/g, '')
    if (isComposing || plain === asked) return
    const timer = setTimeout(() => onTyped(plain || undefined), pauseMs)
    return () => clearTimeout(timer)
  })
  return (
    <input
      type={wide ? 'search' : 'text'}
      inputMode={wide ? 'search' : 'decimal'}
      className={wide ? 'zt-space-words' : 'zt-space-words zt-space-figure'}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}

/** A plain link, so that the browser puts the file on the disk: the rooms of the buildings that the filter lets through. */
function ExportLink({ asked }: { asked: Asked }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const may = useMay()
  if (!may('export:create')) return null
  return (
    <span className="zt-space-export">
      <a href={api.address('/buildings/export.xlsx', { language, ...buildingFilter(asked) })} download>
        {t('export')}
      </a>
    </span>
  )
}
