import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { showArea, showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Step } from '../../imports/web/Step.tsx'
import type { ParcelImport } from '../import-contract.ts'
import { rowsToWrite } from './rows-to-write.ts'
import type { ImportActs } from './use-parcel-imports.ts'
import '../../imports/web/apply.css'

type ApplyProps = { file: ParcelImport; acts: ImportActs }

/** Writes what was checked, all or nothing; afterwards what came of it, and the way back. */
export function ApplyShapes({ file, acts }: ApplyProps) {
  const t = useWords('parcelImports')
  const { status, counts, reading } = file
  if (status === 'applied' || status === 'undone')
    return (
      <Step number={3} name="apply" state="done">
        <Outcome file={file} acts={acts} />
      </Step>
    )
  if (status === 'discarded')
    return <Step number={3} name="apply" state="waiting" summary={t('apply.discarded')} />
  if (!reading.confirmed)
    return <Step number={3} name="apply" state="waiting" summary={t('apply.waitConfirm')} />
  const count = rowsToWrite(counts)
  const left = [
    counts.doubt > counts.taken && t('apply.doubt', { count: counts.doubt - counts.taken }),
    counts.skipped > 0 && t('apply.skipped', { count: counts.skipped }),
    counts.refused > 0 && t('apply.refused', { count: counts.refused }),
  ].filter((words) => words !== false)
  const button = file.abilities.includes('apply') && (
    <Button
      type="primary"
      disabled={count === 0 || acts.read.isPending || acts.decideAll.isPending || acts.decide.isPending}
      loading={acts.apply.isPending}
      onClick={() => acts.apply.mutate(file.revision)}
    >
      {t('apply.button', { count, area: showArea(counts.areaM2) })}
    </Button>
  )
  return (
    <Step
      number={3}
      name="apply"
      state="now"
      summary={
        <>
          {left.length > 0 && (
            <p data-severity="warning">
              <span aria-hidden="true">▲ </span>
              {left.join(t('apply.and'))}
            </p>
          )}
          {acts.apply.error ? (
            <p className="zt-late" role="alert">
              {acts.apply.error.message}
            </p>
          ) : (
            <p className="zt-quiet">{t(count === 0 ? 'apply.nothing' : 'apply.ready')}</p>
          )}
        </>
      }
      action={button}
    />
  )
}

function Outcome({ file, acts: { undo } }: ApplyProps) {
  const t = useWords('parcelImports')
  const { status, counts } = file
  if (status === 'undone')
    return (
      <div className="zt-apply-result" role="status">
        <p>
          <b>{t('apply.undone', { at: showTime(file.undoneAt) })}</b>
        </p>
        {undo.data && (
          <p>{t('apply.undoneWhat', { removed: undo.data.removed, restored: undo.data.restored })}</p>
        )}
        {undo.data && undo.data.kept.length > 0 && <Kept kept={undo.data.kept} />}
        <Link to="/space">{t('toSpace')}</Link>
      </div>
    )
  return (
    <div className="zt-apply-result" role="status">
      <p className="zt-apply-success">
        <span aria-hidden="true">● </span>
        <b>{t('apply.done', { count: rowsToWrite(counts), area: showArea(counts.areaM2) })}</b>
      </p>
      <p className="zt-quiet">{t('apply.doneAt', { at: showTime(file.appliedAt) })}</p>
      <Link to="/space">{t('toSpace')}</Link>
      {undo.error && (
        <p className="zt-late" role="alert">
          {undo.error.message}
        </p>
      )}
      {file.abilities.includes('undo') && (
        <Popconfirm
          title={t('apply.undo')}
          description={t('apply.undoAsk')}
          okText={t('apply.undoYes')}
          cancelText={t('page.keep')}
          onConfirm={() => undo.mutate()}
        >
          <Button loading={undo.isPending}>{t('apply.undo')}</Button>
        </Popconfirm>
      )}
    </div>
  )
}

const mostKept = 30

/** Changed after the import: left as they are, each with the way to it. */
function Kept({ kept }: { kept: readonly { id: string; number: string | null }[] }) {
  const t = useWords('parcelImports')
  return (
    <p className="zt-ledger-links">
      <span>{t('apply.kept', { count: kept.length })}</span>
      {kept.slice(0, mostKept).map(({ id, number }) => (
        <Link key={id} to="/space" search={{ parcel: id } as never}>
          {number ?? t('row.unnumbered')}
        </Link>
      ))}
      {kept.length > mostKept && <span>{t('apply.keptMore')}</span>}
    </p>
  )
}
