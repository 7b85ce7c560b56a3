import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { supportKindWords } from '../support-kinds.ts'
import { cellAddress } from './asked.ts'
import { CellFace } from './CellFace.tsx'
import { SupportChip } from './SupportChip.tsx'
import { useProjectChart } from './use-supports.ts'
import './project-chart.css'

/** On a project's page: what is to be done this month and the next, and what it waits for of others. */
export function ProjectChart({ projectId, name }: { projectId: string; name: string }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { data } = useProjectChart(projectId)
  if (!data) return null
  const open = data.supports.filter(({ metOn }) => metOn === null)
  const mayAdd = data.abilities.includes('update')
  return (
    <section className="zt-project-chart" aria-label={t('room')}>
      <dl>
        {data.months.map((month, at) => {
          const cell = data.cells.find((one) => one.month === month)
          return (
            <div key={month}>
              <dt>{t(at === 0 ? 'thisMonth' : 'nextMonth')}</dt>
              <dd>
                <Link
                  to="/chart"
                  search={{ cell: cellAddress(projectId, month), from: data.months[0] } as never}
                  data-slip={cell && cell.slips.length > 0 ? true : undefined}
                >
                  {cell?.state ? <CellFace cell={cell} /> : <span className="zt-quiet">{t('noTask')}</span>}
                </Link>
              </dd>
            </div>
          )
        })}
        <div>
          <dt>{t('openSupports')}</dt>
          <dd>
            {open.length === 0 && <span className="zt-quiet">{t('noSupports')}</span>}
            {open.map((support) => (
              <span key={support.id}>
                <span className="zt-quiet">{supportKindWords[support.kind][language]}</span>{' '}
                <SupportChip support={support} />
              </span>
            ))}
            {mayAdd && (
              <Link to="/chart/support" search={{ support: 'new', project: projectId, name } as never}>
                {t('add')}
              </Link>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
