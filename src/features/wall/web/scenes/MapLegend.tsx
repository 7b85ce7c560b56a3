import { useWords } from '../../../../web/i18n/index.ts'
import { PhaseMark } from '../../../map/web/PhaseMark.tsx'
import { phases } from '../../../map/web/project-looks.ts'

/** What the circles' numbers and colours say. */
export function MapLegend() {
  const t = useWords('map')
  return (
    <ul className="zt-wall-legend">
      {phases.map((phase) => (
        <li key={phase}>
          <PhaseMark phase={phase} />
          {t(`phase.${phase}`)}
        </li>
      ))}
    </ul>
  )
}
