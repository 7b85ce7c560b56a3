import { useLanguage } from '../../../web/i18n/index.ts'
import type { SupportRow } from '../support-contract.ts'
import { supportKindWords } from '../support-kinds.ts'
import { SupportChip } from './SupportChip.tsx'
import { ProjectName } from './SupportTable.tsx'

type Props = { items: readonly SupportRow[]; corpsName: (id: string | null) => string }

/** For a phone: what each project needs, one under the other. */
export function SupportCards({ items, corpsName }: Props) {
  const { language } = useLanguage()
  return (
    <ul className="zt-support-cards">
      {items.map((row) => (
        <li key={row.project?.id ?? 'hidden'}>
          <h2>
            <ProjectName row={row} corpsName={corpsName} />
          </h2>
          <ul>
            {row.supports.map((support) => (
              <li key={support.id}>
                <span className="zt-quiet">{supportKindWords[support.kind][language]}</span>
                <SupportChip support={support} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
