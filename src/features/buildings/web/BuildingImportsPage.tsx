import { Link, useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { UploadRoom } from '../../imports/web/accepted-file.ts'
import { DropArea } from '../../imports/web/DropArea.tsx'
import { FileTable, VerdictCounts } from '../../imports/web/FileTable.tsx'
import { type BuildingImport, rowVerdicts } from '../import-contract.ts'
import { useArrivedTable, useBuildingImports } from './use-building-imports.ts'

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
      {data && data.total > 0 && (
        <FileTable
          words={room.words}
          items={data.items}
          addressOf={(id) => `/space/building-imports/${id}`}
          outcome={({ counts }) => (
            <VerdictCounts words={room.words} verdicts={rowVerdicts} counts={counts} />
          )}
        />
      )}
    </Page>
  )
}
