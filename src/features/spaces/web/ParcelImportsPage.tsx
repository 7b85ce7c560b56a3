import { Link, useNavigate } from '@tanstack/react-router'
import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { UploadRoom } from '../../imports/web/accepted-file.ts'
import { DropArea } from '../../imports/web/DropArea.tsx'
import { FileTable, VerdictCounts } from '../../imports/web/FileTable.tsx'
import type { ParcelImport } from '../import-contract.ts'
import { rowsToWrite } from './rows-to-write.ts'
import { type ImportLine, useArrivedParcels, useParcelImports } from './use-parcel-imports.ts'

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
      {data && data.total > 0 && (
        <FileTable
          words={room.words}
          items={data.items}
          addressOf={(id) => `/space/imports/${id}`}
          outcome={(item) => <Counts item={item} />}
        />
      )}
    </Page>
  )
}

const shown = ['new', 'changed', 'unchanged', 'doubt', 'refused'] as const

function Counts({ item: { counts } }: { item: ImportLine }) {
  const t = useWords('parcelImports')
  return (
    <>
      <VerdictCounts words={room.words} verdicts={shown} counts={counts} />
      {rowsToWrite(counts) > 0 && (
        <span className="zt-import-count zt-quiet">
          {showArea(counts.areaM2)} {t('mu')}
        </span>
      )}
    </>
  )
}
