import { Link } from '@tanstack/react-router'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { lifeOrder, milestoneDates, milestoneWords, stages } from '../../projects/stages.ts'
import { EditableField } from '../../projects/web/EditableField.tsx'
import { placeIn } from '../../projects/web/next-milestone.ts'
import { rowValue } from '../../projects/web/row-value.ts'
import { useSaveField } from '../../projects/web/use-save-field.ts'

/** Plan and forecast of a project's milestones, moved by the ledger's own edit; what happened needs evidence, elsewhere. */
export function MilestoneDates({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const save = useSaveField(row.id)
  const next = stages.slice(placeIn(stages, row['stage']) + 1).slice(0, 2)
  const shown = lifeOrder.filter(
    (kind) =>
      next.some((soon) => soon === kind) ||
      milestoneDates.some((date) => rowValue(row, `${kind}.${date}`) !== null),
  )
  return (
    <section>
      <h3>{t('milestones')}</h3>
      <table className="zt-milestone-dates">
        <thead>
          <tr>
            <th scope="col">{t('milestone')}</th>
            {milestoneDates.map((date) => (
              <th key={date} scope="col">
                {t(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => {
            const actual = rowValue(row, `${kind}.actual`)
            return (
              <tr key={kind}>
                <th scope="row">{milestoneWords[kind][language]}</th>
                {(['plan', 'forecast'] as const).map((date) => (
                  <td key={date}>
                    <EditableField
                      name={`${kind}.${date}`}
                      value={rowValue(row, `${kind}.${date}`)}
                      mayEdit={mayEdit}
                      onSave={save}
                    />
                  </td>
                ))}
                <td>
                  {actual !== null ? (
                    showWhen(actual, language)
                  ) : (
                    <Link to={`/projects/${row.id}`} search={{ tab: 'evidence' } as never}>
                      {t('toEvidence')}
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="zt-quiet">{t('milestonesHint')}</p>
    </section>
  )
}
