import { weekdayOf } from '../../../shared/days.ts'
import { showDay, showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { Scene } from '../model/scenes.ts'
import { useMinute } from './use-today.ts'
import type { WallFigures } from './use-wall-figures.ts'
import { WallKept } from './WallKept.tsx'

type WallHeadProps = { scene: Scene; figures: WallFigures; onKeep: () => void }

/** What is seen, of which zone, and the clock. */
export function WallHead({ scene, figures, onKeep }: WallHeadProps) {
  const t = useWords('wall')
  const { zone } = useMe()
  const [year, month] = figures.day.split('-')
  const title =
    scene.kind === 'corps'
      ? (figures.corps.find(({ id }) => id === scene.corpsId)?.name ?? '')
      : t(`scene.${scene.kind}`, { year: year ?? '', month: Number(month) })
  return (
    <header className="zt-wall-head">
      <h1>{title}</h1>
      <p>
        {zone.name}
        {zone.sample && <span className="zt-wall-sample">{t('frame:sample')}</span>}
      </p>
      <WallKept onKeep={onKeep} />
      <Clock />
    </header>
  )
}

function Clock() {
  const t = useWords('wall')
  const now = new Date(useMinute()).toISOString()
  const day = showDay(now)
  return (
    <p className="zt-wall-clock">
      <span>
        {day} {t(`weekday.d${weekdayOf(day)}`)}
      </span>
      <time>{showTime(now).slice(11)}</time>
    </p>
  )
}
