import { Link } from '@tanstack/react-router'
import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { fieldLabel, valueText } from '../../projects/web/field-words.ts'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { ChangedProject } from '../contract.ts'

/** A project and what moved, in words: from what to what, then by whom and through what. */
export function ChangedRow({ item }: { item: ChangedProject }) {
  const t = useWords('home')
  const { id, name, kind, at, changes, more } = item
  const told = (
    <>
      <span className="zt-home-name">
        {kind !== 'changed' && <span className="zt-home-kind">{t(`changed.${kind}`)}</span>}
        {name}
      </span>
      <time className="zt-quiet zt-home-when" dateTime={at}>
        {showTime(at)}
      </time>
      <span className="zt-home-text">
        {changes.map((change) => (
          <MovedField key={`${change.field} ${change.period}`} change={change} isNew={kind === 'added'} />
        ))}
        {kind === 'changed' && changes.length === 0 && <span>{t('changed.details')}</span>}
        {more > 0 && <span className="zt-quiet">{t('changed.more', { count: more })}</span>}
      </span>
      <span className="zt-home-by zt-quiet">
        <Acts by={item.by} />
      </span>
    </>
  )
  return kind === 'removed' ? (
    <div className="zt-home-row">{told}</div>
  ) : (
    <Link to={`/projects/${id}`} search={{ tab: 'timeline' } as never}>
      {told}
    </Link>
  )
}

function MovedField({ change, isNew }: { change: ChangedProject['changes'][number]; isNew: boolean }) {
  const t = useWords('home')
  const { language } = useLanguage()
  const corps = useCorps()
  const field = fieldByKey.get(change.field)
  const show = (value: string | null) =>
    value === null ? t('changed.blank') : field ? valueText(field, value, language, corps) : value
  return (
    <span>
      <span className="zt-quiet">{fieldLabel(change.field, language)}</span>{' '}
      {!(isNew && change.from === null) && (
        <>
          <span className="zt-home-from">{show(change.from)}</span>
          <span role="img" aria-label={t('changed.to')} className="zt-quiet">
            {' → '}
          </span>
        </>
      )}
      {show(change.to)}
    </span>
  )
}

function Acts({ by }: Pick<ChangedProject, 'by'>) {
  const t = useWords('home')
  return by
    .map(({ name, cause }) =>
      [
        name ?? t('projects:timeline.system'),
        cause && t(`changed.by.${cause.kind}`, { name: cause.name ?? '' }),
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(t('comma'))
}
