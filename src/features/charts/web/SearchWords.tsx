import { useEffect, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'

const pauseMs = 300

/** Words of the address, typed: asked for after a pause, and never in the middle of a composition. */
export function SearchWords({ label }: { label: string }) {
  const { search, setSearch } = useAddress()
  const asked = search['q'] ?? ''
  const [typed, setTyped] = useState(asked)
  const isComposing = useRef(false)
  const sent = useRef(asked)
  useEffect(() => {
    // Changed by the address itself, as by the browser's way back.
    if (asked !== sent.current) setTyped(asked)
    sent.current = asked
  }, [asked])
  useEffect(() => {
    if (typed === sent.current || isComposing.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      setSearch({ q: typed.trim() || undefined }, { replace: true })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, setSearch])
  return (
    <input
      type="search"
      className="zt-chart-select zt-chart-words"
      placeholder={label}
      aria-label={label}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        setTyped(`${event.currentTarget.value} `)
        setTyped(event.currentTarget.value)
      }}
    />
  )
}
