import type { Day } from '../../../../shared/days.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { Choice } from '../../../../web/ui/index.ts'
import type { Side } from './use-compare.ts'

type DaySwitchProps = { then: Day; day: Day | undefined; side: Side; onTurn: (side: Side) => void }

/** On the phone, where two maps have no room: which of the days is shown. */
export function DaySwitch({ then, day, side, onTurn }: DaySwitchProps) {
  const t = useWords('map')
  return (
    <div className="zt-day-switch">
      <Choice<Side>
        label={t('compare.which')}
        value={side}
        options={[
          { value: 'before', label: then },
          { value: 'after', label: day ?? t('frame:asOfToday') },
        ]}
        onChange={onTurn}
      />
    </div>
  )
}
