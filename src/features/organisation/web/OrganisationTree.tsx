import { useWords } from '../../../web/i18n/index.ts'
import type { OrganisationOn } from '../reorganisation.ts'
import { unitKindWords } from './role-words.ts'
import { branchesOf } from './unit-tree.ts'

type OrganisationTreeProps = {
  organisation: OrganisationOn
  chosen: string | undefined
  onChoose: (unitId: string) => void
}

/** Every unit of the day with the people and projects that it holds itself; a click opens them. */
export function OrganisationTree({ organisation, chosen, onChoose }: OrganisationTreeProps) {
  const t = useWords('reorganisation')
  const { items, on, withoutCorps } = organisation
  const counts = new Map(items.map((unit) => [unit.id, unit]))
  const projects = withoutCorps !== null
  return (
    <>
      <table className="zt-organisation-tree">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="zt-number">
              {t('people')}
            </th>
            {projects && (
              <th scope="col" className="zt-number">
                {t('projects')}
              </th>
            )}
            <th scope="col" className="zt-number">
              {t('territories:title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {branchesOf(items, on).map(({ unit, depth }) => (
            <tr key={unit.id} aria-selected={unit.id === chosen}>
              <th scope="row" style={{ paddingInlineStart: 8 + depth * 16 }}>
                <button type="button" onClick={() => onChoose(unit.id)}>
                  {unit.name} <span className="zt-quiet">{t(unitKindWords(unit.kind))}</span>
                </button>
              </th>
              <td className="zt-number">{counts.get(unit.id)?.people || '·'}</td>
              {projects && <td className="zt-number">{counts.get(unit.id)?.projects || '·'}</td>}
              <td className="zt-number">{counts.get(unit.id)?.territories || '·'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {projects && withoutCorps > 0 && (
        <p className="zt-quiet">{t('withoutCorps', { count: withoutCorps })}</p>
      )}
    </>
  )
}
