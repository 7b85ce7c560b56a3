import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useAddress } from '../address.ts'
import { useWords } from '../i18n/index.ts'
import { SearchIcon } from '../ui/index.ts'

const isMac = navigator.platform.startsWith('Mac')

/** Jumps into the ledger's search; Ctrl-K or ⌘K brings the cursor here from anywhere. */
export function Search() {
  const t = useWords('frame')
  const navigate = useNavigate()
  const { search } = useAddress()
  const asked = search['q'] ?? ''
  const [text, setText] = useState(asked)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    void navigate({ to: '/ledger', search: { q: text.trim() || undefined } as never })
    input.current?.blur()
  }

  return (
    <search className="zt-search">
      <form onSubmit={submit}>
        <SearchIcon />
        <input
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('search')}
          aria-label={t('search')}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
        <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </form>
    </search>
  )
}
