import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'
import { lightSentence } from '../model/sentence.ts'
import { MonthStrip } from './MonthStrip.tsx'
import { useProjectLight } from './use-light-rules.ts'
import './light-block.css'

/** A project's light and why, what the office wrote beside it, and its months as they closed. */
export function LightBlock({ projectId }: { projectId: string }) {
  const t = useWords('lights')
  const { language } = useLanguage()
  const { data } = useProjectLight(projectId)
  if (!data) return null
  const { light, reason, parts, own, months } = data
  return (
    <div className="zt-light-block">
      <details>
        <summary>
          <Light light={light} />
          <span>{lightSentence(reason, language)}</span>
          {own && (
            <span className="zt-quiet">
              {t('own.wrote', { month: own.month })} <Light light={own.light} />
            </span>
          )}
        </summary>
        <ul>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place, and a rule may have two of a kind
            <li key={at}>
              <Light light={part.light} wordless /> {lightSentence(part.reason, language)}
            </li>
          ))}
        </ul>
        <p className="zt-quiet">{t('byRule', { name: ruleName() })}</p>
      </details>
      <MonthStrip months={months} />
    </div>
  )

  function ruleName() {
    const { name, preset } = data?.rule ?? { name: null, preset: null }
    return name ?? (preset ? t(`preset.${preset}`) : '')
  }
}
