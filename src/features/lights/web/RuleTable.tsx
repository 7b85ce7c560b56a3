import { useWords } from '../../../web/i18n/index.ts'
import type { RuleSource } from './rule-sources.ts'
import '../../../web/ui/source-list.css'

type RuleTableProps = {
  sources: readonly RuleSource[]
  month: string
  chosen: string | undefined
  onChoose: (key: string) => void
}

/** Every rule in a line: whose, from where, and whether months are judged by it. */
export function RuleTable({ sources, month, chosen, onChoose }: RuleTableProps) {
  const t = useWords('lights')
  const inForce = sources.find((one) => one.isInForce)
  return (
    <section>
      <p className="zt-light-lead">
        {t('inForceNow', { month, name: inForce?.name ?? '' })} <span className="zt-quiet">{t('lead')}</span>
      </p>
      <ul className="zt-source-list zt-light-sources">
        {sources.map((one) => (
          <li key={one.key}>
            <button type="button" aria-pressed={one.key === chosen} onClick={() => onChoose(one.key)}>
              <b>{one.name}</b>
              <span className="zt-quiet">
                {one.isOwn
                  ? one.source
                    ? t('ownFrom', { preset: one.source })
                    : t('ownRule')
                  : t('presetFrom', { source: one.source ?? '' })}
              </span>
              <span className={one.isInForce ? 'zt-light-in-force' : 'zt-quiet'}>{stateOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

  function stateOf({ isInForce, fromMonth, isOwn }: RuleSource): string {
    if (isInForce) return fromMonth ? t('inForceFrom', { month: fromMonth }) : t('inForceDefault')
    if (fromMonth) return t(fromMonth > month ? 'toCome' : 'former', { month: fromMonth })
    return isOwn ? t('draft') : ''
  }
}
