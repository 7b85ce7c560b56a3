import { useState } from 'react'
import { nothing, showArea, showTime } from '../../../web/format.ts'
import { type Language, useLanguage, useWords, type Words } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { ParcelChange } from '../contract.ts'
import { type ParcelStatus, parcelStatusWords } from '../statuses.ts'
import { useParcelChanges } from './use-parcels.ts'

/** Who did what with it, the newest first; asked for when it is opened. */
export function ParcelHistory({ id }: { id: string }) {
  const t = useWords('space')
  const [isOpen, setOpen] = useState(false)
  const { data, error, isPending, refetch } = useParcelChanges(id, isOpen)
  return (
    <details className="zt-parcel-change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history')}</summary>
      <div className="zt-parcel-history">
        {isOpen && isPending && <LoadingBar />}
        {error && <ErrorState quiet error={error} retry={() => void refetch()} />}
        <ol>
          {data?.items.map((change) => (
            <Act key={`${change.at} ${change.operation}`} change={change} />
          ))}
        </ol>
      </div>
    </details>
  )
}

function Act({ change: { at, by, operation, fileName, changes } }: { change: ParcelChange }) {
  const t = useWords('space')
  const { language } = useLanguage()
  return (
    <li>
      <p>
        {showTime(at)} {by ?? t('byItself')}{' '}
        <span className="zt-quiet">
          {t(`operation.${operation}`)}
          {fileName && ` · ${fileName}`}
        </span>
      </p>
      {operation !== 'insert' && (
        <dl>
          {changes.map(({ field, from, to }) => (
            <div key={field}>
              <dt>{t(`changed.${field}`)}</dt>
              <dd>
                {field === 'shape' ? (
                  t('otherShape')
                ) : (
                  <>
                    <s className="zt-quiet">{shown(field, from, language, t)}</s> →{' '}
                    {shown(field, to, language, t)}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

function shown(
  field: ParcelChange['changes'][number]['field'],
  value: string | null,
  language: Language,
  t: Words,
): string {
  if (value === null) return nothing
  if (field === 'status') return parcelStatusWords[value as ParcelStatus]?.[language] ?? value
  return field === 'areaM2' ? `${showArea(value)} ${t('mu')}` : value
}
