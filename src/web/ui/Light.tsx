import type { ReactNode } from 'react'
import { type Light as LightName, lightWords } from '../../features/projects/stages.ts'
import { useLanguage } from '../i18n/index.ts'
import './light.css'

/** Drawn, not typed: fonts disagree about the size of ● ▲ ■ ○. */
const shapes: Record<LightName, ReactNode> = {
  green: <circle cx="6" cy="6" r="4.5" />,
  yellow: <path d="M6 1.2 11 10.5H1z" />,
  red: <rect x="1.7" y="1.7" width="8.6" height="8.6" />,
  grey: <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.3" />,
}

/** A light by shape, word and colour. With `wordless` the word is there for those who cannot see the shape. */
export function Light({ light, wordless = false }: { light: string | null; wordless?: boolean }) {
  const { language } = useLanguage()
  const known: LightName = light !== null && light in shapes ? (light as LightName) : 'grey'
  const word = lightWords[known][language]
  return (
    <span className="zt-light" data-light={known} title={wordless ? word : undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {shapes[known]}
      </svg>
      <span className={wordless ? 'zt-unseen' : undefined}>{word}</span>
    </span>
  )
}
