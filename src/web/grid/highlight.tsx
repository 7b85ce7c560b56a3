import type { ReactNode } from 'react'

/** The text with every place of the searched words marked, regardless of case. */
export function marked(text: string, wanted: string | undefined): ReactNode {
  const words = wanted?.trim().toLowerCase().split(/\s+/).filter(Boolean) ?? []
  if (words.length === 0) return text
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return text // rare letters change length in lower case
  const parts: ReactNode[] = []
  let at = 0
  while (at < text.length) {
    const hit = nextHit(lower, words, at)
    if (!hit) break
    if (hit.from > at) parts.push(text.slice(at, hit.from))
    parts.push(<mark key={hit.from}>{text.slice(hit.from, hit.to)}</mark>)
    at = hit.to
  }
  if (parts.length === 0) return text
  parts.push(text.slice(at))
  return parts
}

function nextHit(text: string, words: readonly string[], at: number): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null
  for (const word of words) {
    const from = text.indexOf(word, at)
    if (from >= 0 && (!best || from < best.from)) best = { from, to: from + word.length }
  }
  return best
}
