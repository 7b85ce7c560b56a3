import { useLanguage } from '../../../web/i18n/index.ts'
import { type Level, levels, levelWords } from '../ladder.ts'
import './level-mark.css'

/** A level as so many rungs of four, and its word. */
export function LevelMark({ level }: { level: Level }) {
  const { language } = useLanguage()
  return (
    <span className="zt-level">
      <span className="zt-level-rungs" aria-hidden="true">
        {levels.map((one) => (
          <i key={one} data-reached={levels.indexOf(one) <= levels.indexOf(level) || undefined} />
        ))}
      </span>
      {levelWords[level][language]}
    </span>
  )
}
