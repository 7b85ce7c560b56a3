import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import type { Reorganisation, Status } from '../reorganisation.ts'

type ActTimelineProps = { acts: readonly Reorganisation[]; chosen: string; onDay: (day: string) => void }

/** Acts by their days, those to come on top; a day opens the organisation as it is then. */
export function ActTimeline({ acts, chosen, onDay }: ActTimelineProps) {
  const may = useMay()
  return (
    <ol className="zt-acts">
      {acts.map((act) => (
        <li key={act.id} data-status={act.status}>
          <div className="zt-acts-day">
            <Button
              size="small"
              type={act.effectiveOn === chosen ? 'primary' : 'default'}
              onClick={() => onDay(act.effectiveOn)}
            >
              {act.effectiveOn}
            </Button>
            <ActStatus status={act.status} />
          </div>
          <div>
            {may('reorganisation:update') ? (
              <Link to={`/settings/organisation/${act.id}`} className="zt-acts-title">
                {act.title}
              </Link>
            ) : (
              <span className="zt-acts-title">{act.title}</span>
            )}
            <ul>
              {act.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <ActPeople act={act} />
          </div>
        </li>
      ))}
    </ol>
  )
}

const marks: Record<Status, string> = { draft: '○', confirmed: '◷', done: '●', undone: '×', stopped: '■' }

export function ActStatus({ status }: { status: Status }) {
  const t = useWords('reorganisation')
  return (
    <span className="zt-act-status" data-status={status}>
      <span aria-hidden="true">{marks[status]}</span> {t(`status.${status}`)}
    </span>
  )
}

/** Who prepared, confirmed or undid it. */
export function ActPeople({ act }: { act: Reorganisation }) {
  const t = useWords('reorganisation')
  return (
    <p className="zt-quiet">
      {t('draftedBy', { name: act.createdBy })}
      {act.confirmedBy && ` · ${t('confirmedBy', { name: act.confirmedBy, at: showTime(act.confirmedAt) })}`}
      {act.undoneBy && ` · ${t('undoneBy', { name: act.undoneBy, at: showTime(act.undoneAt) })}`}
    </p>
  )
}
