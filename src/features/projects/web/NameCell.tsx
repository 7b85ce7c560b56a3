import type { GridRow } from '../../../web/grid/grid-types.ts'
import { marked } from '../../../web/grid/highlight.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { ExpandIcon } from '../../../web/ui/icons.tsx'
import { Illustrative } from './Illustrative.tsx'
import './name-cell.css'

/** A project's name in the grid, with what the search found in it, and a way to open the project by mouse. */
export function NameCell({
  name,
  row,
  highlight,
  onOpen,
}: {
  name: string
  row: GridRow
  highlight: string
  onOpen: (id: string) => void
}) {
  const t = useWords('projects')
  return (
    <span className="zt-name-cell">
      <span className="zt-name-text" title={name}>
        {marked(name, highlight)}
      </span>
      {row.values['provenance'] === 'illustrative' && <Illustrative />}
      {/* The grid owns the keyboard: Space opens there, so this is for the mouse alone. */}
      <button
        type="button"
        className="zt-name-open"
        tabIndex={-1}
        aria-hidden="true"
        title={t('open')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => onOpen(row.id)}
      >
        <ExpandIcon />
      </button>
    </span>
  )
}
