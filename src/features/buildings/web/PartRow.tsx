import { useId } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, CloseIcon } from '../../../web/ui/index.ts'
import { isAreaUnread } from './typed.ts'

type Part = { number: string; area: string }
type PartRowProps = {
  /** From 1. */
  at: number
  part: Part
  onChange: (part: Part) => void
  onLeave: (() => void) | undefined
}

/** A part of a room as it is typed: its number and its area, and under them what is wrong with it. */
export function PartRow({ at, part, onChange, onLeave }: PartRowProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  const hintId = useId()
  const isUnread = isAreaUnread(part.area)
  return (
    <>
      <tr>
        <td>
          <input
            aria-label={t('part', { at, what: words('number') })}
            maxLength={60}
            value={part.number}
            onChange={(event) => onChange({ ...part, number: event.target.value })}
          />
        </td>
        <td>
          <input
            className="zt-number"
            aria-label={t('part', { at, what: `${words('area')} ㎡` })}
            aria-describedby={isUnread ? hintId : undefined}
            inputMode="decimal"
            value={part.area}
            onChange={(event) => onChange({ ...part, area: event.target.value })}
          />
        </td>
        <td>
          {onLeave && (
            <Button
              kind="icon"
              aria-label={t('leaveOut', { at })}
              title={t('leaveOut', { at })}
              onClick={onLeave}
            >
              <CloseIcon />
            </Button>
          )}
        </td>
      </tr>
      {isUnread && (
        <tr className="zt-split-hint">
          <td id={hintId} colSpan={3} className="zt-quiet">
            {t('areaUnread', { value: part.area.trim() })}
          </td>
        </tr>
      )}
    </>
  )
}
