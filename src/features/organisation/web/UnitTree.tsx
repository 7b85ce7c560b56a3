import { useWords } from '../../../web/i18n/index.ts'
import { unitKindWords } from './role-words.ts'
import type { Branch } from './unit-tree.ts'

type UnitTreeProps = {
  branches: readonly Branch[]
  chosen: string | undefined
  count: (branch: Branch | undefined) => number
  onChoose: (unitId: string | undefined) => void
}

/** Every unit with the number of people in office in it and below it. On a phone, a drop-down. */
export function UnitTree({ branches, chosen, count, onChoose }: UnitTreeProps) {
  const t = useWords('organisation')
  return (
    <nav className="zt-units" aria-label={t('units')}>
      <select
        className="zt-units-phone"
        aria-label={t('units')}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value || undefined)}
      >
        <option value="">{t('allUnits')}</option>
        {branches.map(({ unit, depth }) => (
          <option key={unit.id} value={unit.id}>
            {'　'.repeat(depth)}
            {unit.name}
          </option>
        ))}
      </select>
      <ul className="zt-units-desk">
        <li>
          <button type="button" aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
            <span>{t('allUnits')}</span>
            <span className="zt-number">{count(undefined)}</span>
          </button>
        </li>
        {branches.map((branch) => (
          <li key={branch.unit.id} style={{ paddingInlineStart: branch.depth * 16 }}>
            <button
              type="button"
              aria-pressed={branch.unit.id === chosen}
              onClick={() => onChoose(branch.unit.id)}
            >
              <span>
                {branch.unit.name} <span className="zt-quiet">{t(unitKindWords(branch.unit.kind))}</span>
              </span>
              <span className="zt-number" title={t('inOffice')}>
                {count(branch)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
