import { useState } from 'react'
import type { Position } from '../../../engine/geometry/position.ts'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { Pages } from '../../imports/web/Pages.tsx'
import { Step } from '../../imports/web/Step.tsx'
import { type ParcelImport, type RowsQuery, rowVerdicts } from '../import-contract.ts'
import { AllAlike } from './AllAlike.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import { ShapeMap } from './ShapeMap.tsx'
import { ShapeRow } from './ShapeRow.tsx'
import { type ImportActs, useDrawing, useGround, useImportRows } from './use-parcel-imports.ts'
import { VerdictTabs } from './VerdictTabs.tsx'
import '../../imports/web/check.css'

const rowsAtOnce = 50
type Verdict = (typeof rowVerdicts)[number]

/** Shape by shape what would become of the file: listed and drawn beside each other. */
export function ShapesStep({ file, acts }: { file: ParcelImport; acts: ImportActs }) {
  const t = useWords('parcelImports')
  const { search, setSearch } = useAddress()
  const isOpenImport = file.status === 'read'
  const isDoubted = isOpenImport && !file.reading.confirmed
  const [open, setOpen] = useState(search['verdict'] !== undefined || search['finding'] !== undefined)
  // First it must be known how the file is read.
  const shown = open || (isOpenImport && !isDoubted)
  const verdict = rowVerdicts.find((one) => one === search['verdict'])
  const finding = search['finding'] || undefined
  const show = (next: Verdict | undefined) => {
    setOpen(true)
    setSearch({ verdict: next, finding: undefined, page: undefined })
  }
  if (file.reading.epsg === null)
    return <Step number={2} name="check" state="waiting" summary={t('check.waitSystem')} />
  return (
    <Step
      number={2}
      name="check"
      state={!isOpenImport ? 'done' : isDoubted ? 'waiting' : 'now'}
      summary={
        <VerdictTabs counts={file.counts} verdict={shown ? (verdict ?? 'all') : undefined} onShow={show} />
      }
      open={shown}
      onToggle={isOpenImport && !isDoubted ? undefined : () => setOpen(!open)}
    >
      <Checked file={file} acts={acts} verdict={verdict} finding={finding} />
    </Step>
  )
}

type CheckedProps = {
  file: ParcelImport
  acts: ImportActs
  verdict: Verdict | undefined
  finding: string | undefined
}

function Checked({ file, acts, verdict, finding }: CheckedProps) {
  const t = useWords('parcelImports')
  const { search, setSearch } = useAddress()
  const page = Math.max(1, Math.trunc(Number(search['page'])) || 1)
  const asked: RowsQuery = {
    ...(verdict ? { verdict } : {}),
    ...(finding ? { finding } : {}),
    limit: rowsAtOnce,
    offset: (page - 1) * rowsAtOnce,
  }
  const { data, error, isFetching, refetch } = useImportRows(file.id, asked)
  const drawing = useDrawing(file.id).data
  const ground = useGround()
  const [chosen, setChosen] = useState<string>()
  const [at, setAt] = useState<Position>()
  const editable = file.status === 'read' && file.abilities.includes('update')
  const choose = (id: string) => {
    setAt(undefined)
    setChosen(id)
  }
  return (
    <>
      <FindingGroups
        fileId={file.id}
        chosen={finding}
        onChoose={(code) => setSearch({ finding: code, verdict: undefined, page: undefined })}
      />
      {editable && <AllAlike file={file} acts={acts} verdict={verdict} finding={finding} />}
      <div className="zt-shapes">
        <div className="zt-shapes-list">
          {isFetching && <LoadingBar />}
          {error && <ErrorState quiet error={error} retry={() => void refetch()} />}
          {data && data.total === 0 && <EmptyState quiet title={t('check.none')} />}
          {data && data.total > 0 && (
            <ul className="zt-shape-rows">
              {data.items.map((row) => (
                <ShapeRow
                  key={row.id}
                  row={row}
                  file={file}
                  acts={acts}
                  editable={editable}
                  isChosen={row.id === chosen}
                  onChoose={() => choose(row.id)}
                  onShow={(place) => {
                    setChosen(row.id)
                    setAt(place)
                  }}
                />
              ))}
            </ul>
          )}
          <Pages
            page={page}
            size={rowsAtOnce}
            total={data?.total ?? 0}
            words="parcelImports:check.shown"
            onTurn={(next) => setSearch({ page: next > 1 ? String(next) : undefined })}
          />
        </div>
        {drawing && drawing.items.length > 0 && (
          <div className="zt-shapes-map">
            <ShapeMap
              items={drawing.items}
              ground={ground}
              label={t('check.map')}
              chosen={chosen}
              at={at}
              onChoose={choose}
            />
            {drawing.shown < drawing.total && (
              <p className="zt-quiet">{t('check.drawn', { shown: drawing.shown, total: drawing.total })}</p>
            )}
          </div>
        )}
      </div>
    </>
  )
}
