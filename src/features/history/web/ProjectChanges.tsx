import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, EmptyState } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { FieldChange } from '../../projects/web/FieldChange.tsx'
import type { ProjectDifference } from '../contract.ts'
import { useSpan } from './use-changes.ts'

type Props = { items: readonly ProjectDifference[]; total: number; more: (() => void) | undefined }

/** Longer lists of fields stay folded. */
const openUpTo = 6

/** Every project that is otherwise, with what it said before and says now. */
export function ProjectChanges({ items, total, more }: Props) {
  const t = useWords('history')
  const unitName = useUnitNames()
  const { corps, kind, setSearch } = useSpan()
  const part = [
    corps && (corps === 'none' ? t('noCorps') : unitName(corps)),
    kind && t(kind as ProjectDifference['kind']),
  ].filter(Boolean)
  return (
    <section className="zt-changes-projects">
      <h2>
        {part.length > 0 ? part.join(' · ') : t('all')} <span className="zt-quiet">{total}</span>
        {part.length > 0 && (
          <Button kind="quiet" onClick={() => setSearch({ corps: undefined, kind: undefined })}>
            {t('all')}
          </Button>
        )}
      </h2>
      {total === 0 && <EmptyState quiet title={t('none')} />}
      <ol className="zt-timeline">
        {items.map((item) => (
          <ProjectChange key={item.id} item={item} />
        ))}
      </ol>
      {more && <Button onClick={more}>{t('more', { count: total - items.length })}</Button>}
    </section>
  )
}

function ProjectChange({ item }: { item: ProjectDifference }) {
  const t = useWords('history')
  const unitName = useUnitNames()
  const { id, name, kind, corpsFrom, corpsTo, changes } = item
  const list = (
    <dl>
      {changes.map((change) => (
        <FieldChange key={`${change.field} ${change.period}`} change={change} isNew={kind === 'added'} />
      ))}
    </dl>
  )
  return (
    <li>
      <p className="zt-timeline-act">
        <span className="zt-changes-kind" data-kind={kind}>
          {t(kind)}
        </span>
        {kind === 'removed' ? <b>{name}</b> : <Link to={`/projects/${id}`}>{name}</Link>}
        <span className="zt-quiet">{unitName(corpsTo ?? corpsFrom)}</span>
      </p>
      {kind !== 'changed' || changes.length > openUpTo ? (
        <details>
          <summary>{t(kind === 'removed' ? 'held' : 'fields', { count: changes.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </li>
  )
}
