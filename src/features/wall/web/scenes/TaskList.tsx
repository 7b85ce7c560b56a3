import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import type { ChartRow } from '../../../charts/contract.ts'
import { milestoneText } from '../../../charts/web/cell-words.ts'
import { Flag } from '../../../charts/web/Flag.tsx'
import type { Marks } from '../use-marks.ts'
import type { WallFigures } from '../use-wall-figures.ts'

const rowsOfCorps = 2

/** What the corps get done this month: how far each is, and the largest projects that still have something to do. */
export function TaskList({ figures, marks }: { figures: WallFigures; marks: Marks }) {
  const t = useWords('wall')
  const { tasks, corps } = figures
  if (tasks.counts.tasks === 0) return <p className="zt-wall-none">{t('noTasks')}</p>
  const names = new Map<string | null, string>(corps.map(({ id, name }) => [id, name]))
  const shown = tasks.byCorps.filter((own) => own.tasks > 0)
  return (
    <ul className="zt-wall-tasks" data-many={shown.length > 5 || undefined}>
      {shown.map(({ corpsId, tasks: of, done }) => (
        <li key={corpsId} data-marked={marks.has(`tasks ${corpsId}`) || undefined}>
          <h2>{names.get(corpsId) ?? t('noCorps')}</h2>
          <p className="zt-wall-progress">
            <span style={{ inlineSize: `${(100 * done) / of}%` }} />
          </p>
          <p className="zt-wall-count">
            <b>{done}</b> {t('unit.of', { of })}
          </p>
          <OpenRows open={tasks.items.filter((row) => row.corpsId === corpsId && isOpen(row))} />
        </li>
      ))}
    </ul>
  )
}

function OpenRows({ open }: { open: readonly ChartRow[] }) {
  const t = useWords('wall')
  return (
    <>
      <ul>
        {open.length === 0 && (
          <li>
            <Flag state="done" /> {t('allDone')}
          </li>
        )}
        {open.slice(0, rowsOfCorps).map((row) => (
          <li key={row.id}>
            <b>{row.name}</b> <Doing row={row} />
          </li>
        ))}
      </ul>
      {open.length > rowsOfCorps && (
        <p className="zt-wall-rest">{t('moreOpen', { count: open.length - rowsOfCorps })}</p>
      )}
    </>
  )
}

const isOpen = ({ cells }: ChartRow) => cells.some(({ state }) => state === 'open' || state === 'overdue')

/** The task as it was written; without one, the milestone that is due. */
function Doing({ row }: { row: ChartRow }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const [cell] = row.cells
  const due = cell?.milestones.filter(({ state }) => state !== 'done') ?? []
  const words = [
    ...(cell?.task && cell.task.doneOn === null ? [cell.task.text] : []),
    ...due.map((one) => milestoneText(one, t, language)),
  ]
  return <span>{words.join(language === 'zh' ? '；' : '; ')}</span>
}
