import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { SearchIcon } from '../../../web/ui/icons.tsx'

const pause = 150

/** Answers as one types; asks nothing while an input method is still composing. */
export function SearchBox({
  q,
  onSearch,
  ref,
}: {
  q: string
  onSearch: (q: string) => void
  ref?: Ref<InputRef>
}) {
  const t = useWords('projects')
  const [text, setText] = useState(q)
  const sent = useRef(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Another view, or the way back: the address leads.
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setText(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])

  function ask(next: string, wait: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const wanted = next.trim()
      if (wanted === sent.current) return
      sent.current = wanted
      onSearch(wanted)
    }, wait)
  }

  return (
    <Input
      ref={ref ?? null}
      className="zt-ledger-search"
      type="search"
      value={text}
      maxLength={100}
      allowClear
      prefix={<SearchIcon />}
      placeholder={t('search.placeholder')}
      aria-label={t('search.label')}
      title={t('search.hint')}
      onChange={(event) => {
        setText(event.target.value)
        if (!(event.nativeEvent as InputEvent).isComposing) ask(event.target.value, pause)
      }}
      onCompositionStart={() => clearTimeout(timer.current)}
      onCompositionEnd={(event) => ask(event.currentTarget.value, pause)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) ask(text, 0)
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
