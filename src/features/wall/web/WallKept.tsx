import { shanghaiDay } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { Button } from '../../../web/ui/index.ts'
import { useMayKeep } from './use-keep-wall.ts'
import { useMinute } from './use-today.ts'
import './kept.css'

/** Until when this screen stays signed in; or, while somebody moves the mouse or comes by Tab, the button that keeps it so. */
export function WallKept({ onKeep }: { onKeep: () => void }) {
  const t = useWords('wall')
  const { wall } = useMe()
  const may = useMayKeep()
  const today = shanghaiDay(useMinute())
  if (wall)
    return (
      <p className="zt-wall-kept" data-last={wall.until <= today || undefined}>
        <span>{wall.screen}</span>
        <span>{t(wall.until <= today ? 'keptToday' : 'kept', { day: wall.until })}</span>
      </p>
    )
  return may ? (
    <Button className="zt-wall-keep" onClick={onKeep}>
      {t('keep.open')}
    </Button>
  ) : null
}
