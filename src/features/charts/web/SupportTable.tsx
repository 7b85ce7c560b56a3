import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { stageWords } from '../../projects/stages.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { SupportRow } from '../support-contract.ts'
import { type SupportKind, supportKinds, supportKindWords } from '../support-kinds.ts'
import { SupportChip } from './SupportChip.tsx'

type Props = { items: readonly SupportRow[]; corpsName: (id: string | null) => string }

/** Projects down, the six kinds across. */
export function SupportTable({ items, corpsName }: Props) {
  const t = useWords('charts')
  const { language } = useLanguage()
  return (
    <div className="zt-support-place">
      <table className="zt-support-table">
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            {supportKinds.map((kind) => (
              <th key={kind} scope="col">
                {supportKindWords[kind][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.project?.id ?? 'hidden'}>
              <th scope="row">
                <ProjectName row={row} corpsName={corpsName} />
              </th>
              {supportKinds.map((kind) => (
                <td key={kind}>
                  {row.supports
                    .filter((support) => support.kind === kind)
                    .map((support) => (
                      <SupportChip key={support.id} support={support} />
                    ))}
                  <AddHere row={row} kind={kind} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ProjectName({
  row: { project },
  corpsName,
}: {
  row: SupportRow
  corpsName: Props['corpsName']
}) {
  const t = useWords('charts')
  const { language } = useLanguage()
  if (!project) return <span className="zt-quiet">{t('hiddenProject')}</span>
  const line = [corpsName(project.corpsId), stageWords[project.stage][language], project.officer]
  return (
    <>
      <Link to={`/projects/${project.id}`}>{project.name}</Link>
      <small className="zt-quiet">
        {project.illustrative && <Illustrative />} {line.filter(Boolean).join(' · ')}
      </small>
    </>
  )
}

function AddHere({ row: { project }, kind }: { row: SupportRow; kind: SupportKind }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  if (!project?.abilities.includes('update')) return null
  const label = t('addTo', { kind: supportKindWords[kind][language], project: project.name })
  return (
    <Link
      to="/chart/support"
      search={((before: object) => ({ ...before, support: 'new', project: project.id, as: kind })) as never}
      className="zt-support-add"
      aria-label={label}
      title={label}
    >
      +
    </Link>
  )
}
