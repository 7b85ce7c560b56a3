import type { InputRef } from 'antd'
import { type RefObject, useEffect, useRef } from 'react'

type Keys = { search: RefObject<InputRef | null>; isOpen: boolean; close: () => void }

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `/` goes to the search and Esc closes the record; in the grid a `/` is typed, because offices write it for "none". */
export function useLedgerKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const { search, isOpen, close } = latest.current
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault()
        search.current?.focus({ cursor: 'all' })
      }
      const isBehind =
        document.querySelector('.ant-modal-root, .ant-popover:not(.ant-popover-hidden)') !== null
      if (event.key === 'Escape' && isOpen && !isBehind && !isTyping(event.target)) close()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
