import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { KeptPromise } from '../contract.ts'
import { PromiseCells, PromiseHeads } from './PromiseCells.tsx'
import { StateMark } from './StateMark.tsx'

type PromiseTableProps = { items: readonly KeptPromise[]; corpsName: (id: string | null) => string }

/** Each promise in a line: of whom, what, by when, what came of it, by how much it is missed. */
export function PromiseTable({ items, corpsName }: PromiseTableProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  return (
    <table className="zt-check">
      <thead>
        <tr>
          <th scope="col">{t('kept.project')}</th>
          <th scope="col">{t('promise.indicator')}</th>
          <PromiseHeads />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link
                to="/projects/$projectId"
                params={{ projectId: item.projectId } as never}
                search={{ tab: 'land' } as never}
              >
                {item.projectName}
              </Link>
              <small>{corpsName(item.corpsId)}</small>
            </th>
            <td>
              {indicatorOf(item.indicator)?.words[language] ?? item.indicator}
              <small>{item.source}</small>
            </td>
            <PromiseCells promise={item} />
            <td>
              <StateMark state={item.state} days={item.lateDays} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
