import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { ApiProblem } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { showSize } from '../../imports/web/accepted-file.ts'
import { DiscardButton } from '../../imports/web/DiscardButton.tsx'
import { FileStatus } from '../../imports/web/FileStatus.tsx'
import type { ParcelImport } from '../import-contract.ts'
import { ParcelSteps } from './ParcelSteps.tsx'
import { useImportActs, useParcelImport } from './use-parcel-imports.ts'
import '../../imports/web/step.css'

/** A file of parcels on its way to becoming land: read, check, apply, on one page. */
export function ParcelImportPage() {
  const t = useWords('parcelImports')
  const id = useAddress().params['parcelImportId']
  const { data, error, refetch } = useParcelImport(id)
  if (data)
    return (
      <Page title={data.fileName} aside={<Facts file={data} />} actions={<Discard file={data} />}>
        <ParcelSteps key={data.id} file={data} />
      </Page>
    )
  return (
    <Page title={t('title')}>
      {!error && <LoadingBar />}
      {error instanceof ApiProblem && error.status === 404 ? (
        <EmptyState title={t('page.missing')} action={<Link to="/space/imports">{t('page.back')}</Link>}>
          {t('page.missingText')}
        </EmptyState>
      ) : (
        error && <ErrorState error={error} retry={() => void refetch()} />
      )}
    </Page>
  )
}

function Facts({ file: { status, createdBy, createdAt, fileSize } }: { file: ParcelImport }) {
  const t = useWords('parcelImports')
  return (
    <>
      <FileStatus words="parcelImports" status={status} />
      <span>{t('page.created', { by: createdBy ?? '', at: showTime(createdAt) })}</span>
      <span>{showSize(fileSize)}</span>
      <Link to="/space/imports">{t('page.back')}</Link>
    </>
  )
}

function Discard({ file }: { file: ParcelImport }) {
  const t = useWords('parcelImports')
  const { discard } = useImportActs(file.id)
  if (!file.abilities.includes('discard')) return null
  return <DiscardButton ask={t('page.discardAsk')} discard={discard} to="/space/imports" />
}
