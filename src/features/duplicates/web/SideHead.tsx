import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Side } from '../contract.ts'

type Props = { side: Side; label: string; isKept: boolean; onKeep: () => void }

/** Which of two projects this is, and whether it is the one to stay. */
export function SideHead({ side, label, isKept, onKeep }: Props) {
  const t = useWords('duplicates')
  return (
    <div className="zt-side-head">
      <span className="zt-quiet">
        {label} {side.addedAt && t('compare.added', { at: showTime(side.addedAt).slice(0, 10) })}
      </span>
      <Link to="/projects/$projectId" params={{ projectId: side.id }}>
        {side.name}
      </Link>
      {side.aliases.length > 0 && (
        <span className="zt-quiet">{t('compare.aliases', { names: side.aliases.join('、') })}</span>
      )}
      <Radio checked={isKept} onChange={onKeep}>
        {t('compare.keep')}
      </Radio>
    </div>
  )
}
