import { Link, useNavigate } from '@tanstack/react-router'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { showSize, type UploadRoom } from '../../imports/web/accepted-file.ts'
import { DropArea } from '../../imports/web/DropArea.tsx'
import { type BuildingImport, rowVerdicts } from '../import-contract.ts'
import { ImportState } from './ImportState.tsx'
import { type ImportLine, useArrivedTable, useBuildingImports } from './use-building-imports.ts'
import '../../imports/web/list.css'

const room: UploadRoom = {
  path: '/building-imports',
  words: 'buildingImports',
  accepted: /\.(xlsx|xls|csv)$/i,
  kinds: '.xlsx,.xls,.csv',
}

/** Tables of rooms that came, newest first, and the place where the next one goes. */
export function BuildingImportsPage() {
  const t = useWords('buildingImports')
  const may = useMay()
  const isKeeper = useMe().abilities.includes('building:create')
  const navigate = useNavigate()
  const arrived = useArrivedTable()
  const { data, error, isFetching, refetch } = useBuildingImports(isKeeper)
  function come(one: BuildingImport) {
    arrived(one)
    void navigate({ to: '/space/building-imports/$buildingImportId', params: { buildingImportId: one.id } })
  }
  if (!isKeeper)
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('title')} aside={<Link to="/space/buildings">{t('toBuildings')}</Link>}>
      {may('building:create') && <DropArea room={room} onDone={come} onUncertain={() => void refetch()} />}
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {data && data.total > 0 && <ImportTable items={data.items} />}
    </Page>
  )
}

function ImportTable({ items }: { items: readonly ImportLine[] }) {
  const t = useWords('buildingImports')
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
              <Link to="/space/building-imports/$buildingImportId" params={{ buildingImportId: item.id }}>
                {item.fileName}
              </Link>
              <span className="zt-quiet"> {showSize(item.fileSize)}</span>
            </td>
            <td className="zt-import-state">
              <ImportState status={item.status} />
            </td>
            <td className="zt-import-result">
              {rowVerdicts
                .filter((verdict) => item.counts[verdict] > 0)
                .map((verdict) => (
                  <span key={verdict} className="zt-import-count">
                    {t(`verdict.${verdict}`)} <b>{item.counts[verdict]}</b>
                  </span>
                ))}
            </td>
            <td className="zt-import-by">{item.createdBy}</td>
            <td className="zt-import-at">{showTime(item.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
