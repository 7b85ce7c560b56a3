import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { SearchIcon } from '../../../web/ui/index.ts'
import type { Findings } from '../contract.ts'
import { useFindings } from './use-map-data.ts'

type Finding = Findings['items'][number]
/** So that a word being typed is asked for once. */
const pauseMs = 150

/** Finds parcels, buildings, projects and territories by name or number, and leads there. */
export function MapSearch({ onFind }: { onFind: (finding: Finding) => void }) {
  const t = useWords('map')
  const [text, setText] = useState('')
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  const { data, isFetching } = useFindings(q)
  const items = q === '' ? [] : (data?.items ?? [])

  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other findings begin with the first
  useEffect(() => setAt(0), [data])

  const choose = (finding: Finding | undefined) => {
    if (!finding) return
    setOpen(false)
    onFind(finding)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((before) => Math.min(items.length - 1, before + 1))
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(0, before - 1))
    else if (event.key === 'Enter') choose(items[at])
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }

  const isShown = isOpen && q !== ''
  return (
    <search
      className="zt-map-search"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <SearchIcon />
      <input
        type="search"
        role="combobox"
        aria-label={t('find')}
        placeholder={t('findShort')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && items.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={({ target }) => {
          setText(target.value)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        className="zt-map-findings"
        role="listbox"
        aria-label={t('findings')}
        hidden={!isShown}
      >
        {items.map((finding, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={`${finding.kind} ${finding.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(finding)}
            onKeyDown={onKeyDown}
          >
            <span>{finding.label || t('unnamed')}</span>
            <span className="zt-quiet">{t(finding.kind)}</span>
          </div>
        ))}
      </div>
      {isShown && !isFetching && items.length === 0 && (
        <p className="zt-map-findings zt-quiet" role="status">
          {t('foundNothing', { q })}
        </p>
      )}
    </search>
  )
}
