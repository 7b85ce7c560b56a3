import { useEffect, useRef, useState } from 'react'
import { type Mark, nextEnd, nextMarks, type Values } from '../model/marks.ts'

export type Marks = ReadonlyMap<string, Mark>
const none: Marks = new Map()

/** What changed within the last minute. `scope` names what is compared: another day's figures are no change. */
export function useMarks(values: Values | undefined, scope: string): Marks {
  const [marks, setMarks] = useState(none)
  const before = useRef<{ values: Values; scope: string }>(undefined)
  const text = values && JSON.stringify([...values])
  // biome-ignore lint/correctness/useExhaustiveDependencies: values are made anew each time, their text tells them apart
  useEffect(() => {
    if (!values) return
    const former = before.current
    before.current = { values, scope }
    if (former?.scope !== scope) return setMarks(none)
    setMarks((now) => nextMarks(now, former.values, values, Date.now()))
  }, [text, scope])

  useEffect(() => {
    const wait = nextEnd(marks, Date.now())
    if (wait === undefined) return
    const timer = setTimeout(() => {
      const held = before.current?.values
      if (held) setMarks((now) => nextMarks(now, held, held, Date.now()))
    }, wait + 1)
    return () => clearTimeout(timer)
  }, [marks])
  return marks
}
