import { type Light as LightName, lightWords } from '../../features/projects/stages.ts'
import { useLanguage } from '../i18n/index.ts'
import './light.css'

const shapes: Record<LightName, string> = { green: '●', yellow: '▲', red: '■', grey: '○' }

/** A light by shape, word and colour. With `wordless` the word is there for those who cannot see the shape. */
export function Light({ light, wordless = false }: { light: string | null; wordless?: boolean }) {
  const { language } = useLanguage()
  const known: LightName = light !== null && light in shapes ? (light as LightName) : 'grey'
  const word = lightWords[known][language]
  return (
    <span className="zt-light" data-light={known} title={wordless ? word : undefined}>
      <span className="zt-light-shape" aria-hidden="true">
        {shapes[known]}
      </span>
      <span className={wordless ? 'zt-unseen' : undefined}>{word}</span>
    </span>
  )
}
