import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { ApiProblem } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { DiscardButton } from '../../imports/web/DiscardButton.tsx'
import { FileStatus } from '../../imports/web/FileStatus.tsx'
import type { BuildingImport } from '../import-contract.ts'
import { ApplyRooms } from './ApplyRooms.tsx'
import { CheckRooms } from './CheckRooms.tsx'
import { ReadTables } from './ReadTables.tsx'
import { useBuildingImport, useImportActs } from './use-building-imports.ts'
import '../../imports/web/step.css'
import './building-import.css'

/** A table of rooms on its way in: read, check, apply, on one page. */
export function BuildingImportPage() {
  const t = useWords('buildingImports')
  const id = useAddress().params['buildingImportId'] ?? ''
  const { data, error, refetch } = useBuildingImport(id)
  if (data) return <Steps key={data.id} file={data} />
  return (
    <Page title={t('title')}>
      {!error && <LoadingBar />}
      {error instanceof ApiProblem && error.status === 404 ? (
        <EmptyState
          title={t('page.missing')}
          action={<Link to="/space/building-imports">{t('page.back')}</Link>}
        >
          {t('page.missingText')}
        </EmptyState>
      ) : (
        error && <ErrorState error={error} retry={() => void refetch()} />
      )}
    </Page>
  )
}

function Steps({ file }: { file: BuildingImport }) {
  const t = useWords('buildingImports')
  const acts = useImportActs(file.id)
  return (
    <Page
      title={file.fileName}
      aside={
        <>
          <FileStatus words="buildingImports" status={file.status} />
          <span>{t('page.created', { by: file.createdBy ?? '', at: showTime(file.createdAt) })}</span>
          <Link to="/space/building-imports">{t('page.back')}</Link>
        </>
      }
      actions={
        file.abilities.includes('discard') && (
          <DiscardButton ask={t('page.discardAsk')} discard={acts.discard} to="/space/building-imports" />
        )
      }
    >
      <div className="zt-steps">
        <ReadTables file={file} acts={acts} />
        <CheckRooms file={file} acts={acts} />
        <ApplyRooms file={file} acts={acts} />
      </div>
    </Page>
  )
}
