import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ParcelImportRow } from '../import-contract.ts'
import { areaText } from '../shown-values.ts'
import type { ImportActs } from './use-parcel-imports.ts'

/** Which of the two areas becomes the one in law. */
export function AreaChoice({ row, acts: { decide } }: { row: ParcelImportRow; acts: ImportActs }) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const areas = { declared: row.declaredM2, drawn: row.drawnM2 }
  return (
    <fieldset className="zt-choice zt-area-choice">
      <legend className="zt-unseen">{t('row.area')}</legend>
      {(['declared', 'drawn'] as const).map((by) => {
        const area = areas[by]
        if (area === null) return null
        return (
          <button
            key={by}
            type="button"
            aria-pressed={row.areaBy === by}
            onClick={() => decide.mutate({ rowId: row.id, areaBy: by })}
          >
            {t(`row.${by}`, { area: areaText(area, language) })}
          </button>
        )
      })}
    </fieldset>
  )
}
