import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useIdleLeft } from './use-idle-left.ts'
import type { WallFigures } from './use-wall-figures.ts'

const timeOf = (instant: number) => showTime(new Date(instant).toISOString())
const minuteOf = (instant: number) => timeOf(instant).slice(11)

type WallBandsProps = { figures: WallFigures; isPast: boolean; offlineSince: number | undefined }

/** Nobody must take another day, or a picture that stands still, for how things are now. */
export function WallBands({ figures, isPast, offlineSince }: WallBandsProps) {
  const t = useWords('wall')
  const left = useIdleLeft()
  return (
    <div className="zt-wall-bands" role="status">
      {isPast && <p>{t('past', { day: figures.day })}</p>}
      {offlineSince !== undefined && (
        <p>{t('offline', { since: minuteOf(offlineSince), time: timeOf(figures.readAt) })}</p>
      )}
      {left !== undefined && <p>{t('idle', { count: left })}</p>}
    </div>
  )
}
