import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { findingTitle } from '../finding-words.ts'
import { weightMarks } from './FindingList.tsx'
import { useRowFindings } from './use-parcel-imports.ts'

type FindingGroupsProps = {
  fileId: string
  chosen: string | undefined
  onChoose: (code: string | undefined) => void
}

/** What was found and of how many shapes; one pressed shows only those. */
export function FindingGroups({ fileId, chosen, onChoose }: FindingGroupsProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const { data } = useRowFindings(fileId)
  if (!data || data.total === 0) return null
  return (
    <fieldset className="zt-finding-groups">
      <legend>{t('check.found')}</legend>
      {data.items.map(({ code, weight, rows }) => (
        <button
          key={`${code} ${weight}`}
          type="button"
          data-weight={weight}
          aria-pressed={chosen === code}
          onClick={() => onChoose(chosen === code ? undefined : code)}
        >
          <span className="zt-finding-mark" aria-hidden="true">
            {weightMarks[weight]}
          </span>{' '}
          {findingTitle(code, language)} <b>{rows}</b>
        </button>
      ))}
    </fieldset>
  )
}
