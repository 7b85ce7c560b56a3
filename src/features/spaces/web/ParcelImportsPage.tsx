import { Link, useNavigate } from '@tanstack/react-router'
import { showArea, showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { showSize, type UploadRoom } from '../../imports/web/accepted-file.ts'
import { DropArea } from '../../imports/web/DropArea.tsx'
import type { ParcelImport } from '../import-contract.ts'
import { ParcelImportStatus } from './ParcelImportStatus.tsx'
import { rowsToWrite } from './rows-to-write.ts'
import { type ImportLine, useArrivedParcels, useParcelImports } from './use-parcel-imports.ts'
import '../../imports/web/list.css'

const room: UploadRoom = {
  path: '/parcel-imports',
  words: 'parcelImports',
  accepted: /\.(txt|zip|dxf|geojson|json|xlsx|xls|csv)$/i,
  kinds: '.txt,.zip,.dxf,.geojson,.json,.xlsx,.xls,.csv',
}

/** Files of parcels that came, newest first, and the place where the next one goes. */
export function ParcelImportsPage() {
  const t = useWords('parcelImports')
  const may = useMay()
  const isKeeper = useMe().abilities.includes('parcel:create')
  const navigate = useNavigate()
  const arrived = useArrivedParcels()
  const { data, error, isFetching, refetch } = useParcelImports(isKeeper)
  function come(one: ParcelImport) {
    arrived(one)
    void navigate({ to: '/space/imports/$parcelImportId', params: { parcelImportId: one.id } })
  }
  if (!isKeeper)
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('title')} aside={<Link to="/space">{t('toSpace')}</Link>}>
      {may('parcel:create') && <DropArea room={room} onDone={come} onUncertain={() => void refetch()} />}
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {data && data.total > 0 && <ImportTable items={data.items} />}
    </Page>
  )
}

function ImportTable({ items }: { items: readonly ImportLine[] }) {
  const t = useWords('parcelImports')
  return (
    <table className="zt-import-table">
      <thead>
        <tr>
          {(['file', 'status', 'counts', 'by', 'at'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`list.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} data-status={item.status}>
            <td className="zt-import-file">
              <Link to="/space/imports/$parcelImportId" params={{ parcelImportId: item.id }}>
                {item.fileName}
              </Link>
              <span className="zt-quiet"> {showSize(item.fileSize)}</span>
            </td>
            <td className="zt-import-state">
              <ParcelImportStatus status={item.status} />
              <LaterAct item={item} />
            </td>
            <td className="zt-import-result">
              <Counts item={item} />
            </td>
            <td className="zt-import-by">{item.createdBy}</td>
            <td className="zt-import-at">{showTime(item.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LaterAct({ item: { appliedAt, undoneAt } }: { item: ImportLine }) {
  const t = useWords('parcelImports')
  const at = undoneAt ?? appliedAt
  if (!at) return null
  return (
    <span className="zt-quiet">{t(undoneAt ? 'list.undone' : 'list.applied', { at: showTime(at) })}</span>
  )
}

const shown = ['new', 'changed', 'unchanged', 'doubt', 'refused'] as const

function Counts({ item: { counts } }: { item: ImportLine }) {
  const t = useWords('parcelImports')
  return (
    <>
      {shown
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <span key={verdict} className="zt-import-count">
            {t(`verdict.${verdict}`)} <b>{counts[verdict]}</b>
          </span>
        ))}
      {rowsToWrite(counts) > 0 && (
        <span className="zt-import-count zt-quiet">
          {showArea(counts.areaM2)} {t('mu')}
        </span>
      )}
    </>
  )
}
