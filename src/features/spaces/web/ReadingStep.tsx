import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { LoadingBar } from '../../../web/ui/index.ts'
import { Step } from '../../imports/web/Step.tsx'
import type { ParcelImport, ReadingPatch } from '../import-contract.ts'
import { systemName } from '../shown-values.ts'
import { FieldChoices } from './FieldChoices.tsx'
import { FindingList } from './FindingList.tsx'
import { NoticeList } from './NoticeList.tsx'
import { ReadingChoices } from './ReadingChoices.tsx'
import { ShapeMap } from './ShapeMap.tsx'
import { type ImportActs, useDrawing, useGround } from './use-parcel-imports.ts'

type ReadingStepProps = { file: ParcelImport; acts: ImportActs }

/** How the file’s numbers and words are understood, what speaks against it, and what can be chosen instead. */
export function ReadingStep({ file, acts }: ReadingStepProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const { reading, notices, status } = file
  const isOpenImport = status === 'read'
  const mayChange = isOpenImport && file.abilities.includes('update')
  const [open, setOpen] = useState(isOpenImport && !reading.confirmed)
  const isDoubted = isOpenImport && !reading.confirmed
  const change = (patch: Omit<ReadingPatch, 'revision'>) =>
    acts.read.mutate({ revision: file.revision, ...patch })
  const confirm = () =>
    acts.read.mutate({ revision: file.revision, confirmed: true }, { onSuccess: () => setOpen(false) })
  return (
    <Step
      number={1}
      name="read"
      state={isDoubted ? 'now' : 'done'}
      summary={
        reading.epsg === null
          ? t('read.noSystem')
          : t(reading.confirmed ? 'read.summary' : 'read.summaryDoubted', {
              format: t(`format.${file.format}`),
              system: systemName(reading.epsg, language),
            })
      }
      open={open || isDoubted}
      onToggle={isDoubted ? undefined : () => setOpen(!open)}
    >
      {acts.read.isPending && <LoadingBar label={t('read.judging')} />}
      <div className="zt-reading">
        <div className="zt-reading-words">
          <FindingList findings={reading.findings} format={file.format} />
          <ReadingChoices file={file} onChange={mayChange && !acts.read.isPending ? change : undefined} />
          <FieldChoices file={file} onChange={mayChange && !acts.read.isPending ? change : undefined} />
          <NoticeList notices={notices} format={file.format} />
        </div>
        <Where file={file} />
      </div>
      {acts.read.error && (
        <p className="zt-late" role="alert">
          {acts.read.error.message}
        </p>
      )}
      {isDoubted && mayChange && (
        <div className="zt-notice zt-reading-confirm" data-severity="warning">
          <span>{t(reading.epsg === null ? 'read.chooseFirst' : 'read.confirmAsk')}</span>
          <Button
            type="primary"
            disabled={reading.epsg === null}
            loading={acts.read.isPending}
            onClick={confirm}
          >
            {t('read.confirm')}
          </Button>
        </div>
      )}
    </Step>
  )
}

/** Where it lies, read so: in degrees, and among the zone’s territories. */
function Where({ file }: { file: ParcelImport }) {
  const t = useWords('parcelImports')
  const { data } = useDrawing(file.id)
  const ground = useGround()
  const { bounds } = file
  if (!data || data.items.length === 0 || !bounds) return null
  const [west = 0, south = 0, east = 0, north = 0] = bounds
  const lon = ((west + east) / 2).toFixed(4)
  const lat = ((south + north) / 2).toFixed(4)
  return (
    <div className="zt-reading-where">
      <ShapeMap items={data.items} ground={ground} label={t('read.map')} />
      <p className="zt-quiet">
        {t('read.where', { lon, lat })}
        {ground.length === 0 && ` ${t('read.noGround')}`}
      </p>
    </div>
  )
}
