import { useWords } from '../../../web/i18n/index.ts'
import { Button, CloseIcon } from '../../../web/ui/index.ts'

type Part = { number: string; area: string }
type PartRowProps = {
  /** From 1. */
  at: number
  part: Part
  onChange: (part: Part) => void
  onLeave: (() => void) | undefined
}

/** A part of a room as it is typed: its number and its area. */
export function PartRow({ at, part, onChange, onLeave }: PartRowProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  return (
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
  )
}
