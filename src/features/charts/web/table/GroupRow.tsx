import { useWords } from '../../../../web/i18n/index.ts'
import type { BattleChart } from '../../contract.ts'
import { Flag } from '../Flag.tsx'

type Props = { name: string; group: BattleChart['groups'][number]; top: number }

/** The head of a corps or a chain with what its projects come to in the months shown. */
export function GroupRow({ name, group, top }: Props) {
  const t = useWords('charts')
  return (
    <div role="row" className="zt-battle-group" style={{ top }}>
      <div role="rowheader">
        <b>{name}</b>
        <span className="zt-quiet">{group.projects}</span>
        <span className="zt-battle-tally">
          <Flag state="done" label={t('flag.done')} /> {group.done}
          <Flag state="overdue" label={t('flag.overdue')} /> {group.overdue}
          <span className="zt-quiet">/ {group.tasks}</span>
        </span>
      </div>
    </div>
  )
}
