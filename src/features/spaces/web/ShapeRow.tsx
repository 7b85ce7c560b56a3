import { Link } from '@tanstack/react-router'
import type { Position } from '../../../engine/geometry/position.ts'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ParcelImport, ParcelImportRow } from '../import-contract.ts'
import { placeWords } from '../shown-values.ts'
import { AreaChoice } from './AreaChoice.tsx'
import { FindingList } from './FindingList.tsx'
import { TakeChoice } from './TakeChoice.tsx'
import type { ImportActs } from './use-parcel-imports.ts'
import { VerdictMark } from './VerdictTabs.tsx'

type ShapeRowProps = {
  row: ParcelImportRow
  file: ParcelImport
  acts: ImportActs
  editable: boolean
  isChosen: boolean
  onChoose: () => void
  onShow: (at: Position) => void
}

/** A shape of the file: what it is, what would become of it, what was found, and what somebody decides. */
export function ShapeRow({ row, file, acts, editable, isChosen, onChoose, onShow }: ShapeRowProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const { verdict, number, name, place, layer, parcelId } = row
  const area = row.areaBy === 'declared' ? row.declaredM2 : row.drawnM2
  const isOut = row.decision === 'skip' || verdict === 'refused'
  return (
    <li
      className="zt-shape-row"
      data-verdict={verdict}
      data-chosen={isChosen || undefined}
      data-out={isOut || undefined}
    >
      <div className="zt-shape-row-head">
        <button type="button" className="zt-shape-row-name" aria-pressed={isChosen} onClick={onChoose}>
          {[number, name].filter(Boolean).join(' · ') || t('row.unnumbered')}
        </button>
        <span className="zt-shape-row-verdict">
          <VerdictMark verdict={verdict} />
          {t(`verdict.${verdict}`)}
        </span>
        <span className="zt-number">
          {area !== null && (
            <>
              {showArea(area, { digits: 2 })} {t('mu')}
            </>
          )}
        </span>
        {editable && <TakeChoice row={row} acts={acts} />}
      </div>
      <p className="zt-quiet zt-shape-row-place">
        <span>{placeWords(place, file.format, language, layer)}</span>
        {parcelId && (
          <Link to="/space" search={{ parcel: parcelId } as never}>
            {t('row.known')}
          </Link>
        )}
      </p>
      <FindingList findings={row.findings} format={file.format} onShow={onShow} />
      {editable && row.findings.some(({ code }) => code === 'area_differs') && (
        <AreaChoice row={row} acts={acts} />
      )}
    </li>
  )
}
