import { useWords } from '../../../web/i18n/index.ts'
import type { SetSource } from './set-sources.ts'
import '../../../web/ui/source-list.css'

type RuleSetListProps = {
  sources: readonly SetSource[]
  chosen: string | undefined
  onChoose: (key: string) => void
}

/** Every set in a line: whose it is, how many rules, which parcels it binds. */
export function RuleSetList({ sources, chosen, onChoose }: RuleSetListProps) {
  const t = useWords('preconditions')
  return (
    <section>
      <p className="zt-rule-lead zt-quiet">{t('lead')}</p>
      <ul className="zt-source-list zt-rule-sources">
        {sources.map((one) => (
          <li key={one.key}>
            <button type="button" aria-pressed={one.key === chosen} onClick={() => onChoose(one.key)}>
              <b>{one.name}</b>
              <span className="zt-quiet">
                {one.set ? one.source : t('presetFrom', { source: one.source })}
              </span>
              <span className="zt-quiet">{t('ruleCount', { count: one.rules.length })}</span>
              <span className={one.set ? '' : 'zt-quiet'}>{bindingOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

  function bindingOf({ set }: SetSource): string {
    if (!set) return t('notInForce')
    if (set.everywhere) return t('everywhere')
    return set.parcels.length === 0 ? t('noParcels') : t('parcelCount', { count: set.parcels.length })
  }
}
