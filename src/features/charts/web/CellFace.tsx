import type { ReactNode } from 'react'
import type { Language, Words } from '../../../web/i18n/index.ts'
import type { Cell } from '../model/cell.ts'
import { milestoneText } from './cell-words.ts'
import { dateParts } from './date-parts.ts'
import { Flag } from './Flag.tsx'

type Props = {
  cell: Cell
  t: Words
  language: Language
  /** What its flag says to who cannot see it; undefined where words beside say so. */
  flag?: string | undefined
}

/** A month of a project in two lines: its flag, its task, the milestones that stand in it. */
export function CellFace({ cell, t, language, flag }: Props) {
  const { state, task, milestones } = cell
  // Of two lines what is still to be done has the first.
  const undoneFirst = milestones.toSorted((a, b) => Number(a.state === 'done') - Number(b.state === 'done'))
  const taskIsLast = Boolean(task?.doneOn) && milestones.some((one) => one.state !== 'done')
  return (
    <span className="zt-battle-face">
      {(state === 'done' || state === 'overdue') && <Flag state={state} label={flag} />}
      {task && !taskIsLast && <span>{withWholeDates(task.text)}</span>}
      {undoneFirst.map((one) => (
        <b key={one.kind} data-reached={one.state === 'done' || undefined}>
          {withWholeDates(milestoneText(one, t, language))}
        </b>
      ))}
      {task && taskIsLast && <span>{withWholeDates(task.text)}</span>}
    </span>
  )
}

/** A browser breaks a line behind a hyphen, in the middle of 01-25. */
function withWholeDates(text: string): ReactNode {
  const parts = dateParts(text)
  if (parts.length === 1) return text
  return parts.map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text stay in their order
      <span key={at} className="zt-battle-date">
        {part}
      </span>
    ),
  )
}
