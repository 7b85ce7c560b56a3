import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Step } from '../../imports/web/Step.tsx'
import type { BuildingImport } from '../import-contract.ts'
import { type ImportActs, rowsToWrite } from './use-building-imports.ts'
import '../../imports/web/apply.css'

type ApplyRoomsProps = { file: BuildingImport; acts: ImportActs }

/** Writes what was checked, all or nothing; afterwards what came of it, and the way back. */
export function ApplyRooms({ file, acts }: ApplyRoomsProps) {
  const t = useWords('buildingImports')
  const { status, counts, revision } = file
  if (status === 'applied' || status === 'undone')
    return (
      <Step number={3} name="apply" state="done">
        <Outcome file={file} acts={acts} />
      </Step>
    )
  if (status === 'discarded')
    return <Step number={3} name="apply" state="waiting" summary={t('apply.discarded')} />
  const count = rowsToWrite(file)
  const left = [
    counts.doubt > counts.taken && t('apply.doubt', { count: counts.doubt - counts.taken }),
    counts.skipped > 0 && t('apply.skipped', { count: counts.skipped }),
    counts.refused > 0 && t('apply.refused', { count: counts.refused }),
  ].filter((words) => words !== false)
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
              {acts.apply.error.message}{' '}
              <button type="button" className="zt-link" onClick={() => acts.check.mutate({ revision })}>
                {t('apply.checkAgain')}
              </button>
            </p>
          ) : (
            <p className="zt-quiet">{t(count === 0 ? 'apply.nothing' : 'apply.ready')}</p>
          )}
        </>
      }
      action={
        file.abilities.includes('apply') && (
          <Button
            type="primary"
            disabled={count === 0 || acts.check.isPending}
            loading={acts.apply.isPending}
            onClick={() => acts.apply.mutate(revision)}
          >
            {t('apply.button', { count })}
          </Button>
        )
      }
    />
  )
}

const mostKept = 30

function Outcome({ file, acts: { undo } }: ApplyRoomsProps) {
  const t = useWords('buildingImports')
  if (file.status === 'undone')
    return (
      <div className="zt-apply-result" role="status">
        <p>
          <b>{t('apply.undone', { at: showTime(file.undoneAt) })}</b>
        </p>
        {undo.data && (
          <p>{t('apply.undoneWhat', { removed: undo.data.removed, restored: undo.data.restored })}</p>
        )}
        {undo.data && undo.data.kept.length > 0 && (
          <p>
            {t('apply.kept', { count: undo.data.kept.length })}{' '}
            {undo.data.kept
              .slice(0, mostKept)
              .map(({ name }) => name)
              .join('、')}
          </p>
        )}
        <Link to="/space/buildings">{t('toBuildings')}</Link>
      </div>
    )
  return (
    <div className="zt-apply-result" role="status">
      <p className="zt-apply-success">
        <span aria-hidden="true">● </span>
        <b>{t('apply.done', { count: rowsToWrite(file) })}</b>
      </p>
      <p className="zt-quiet">{t('apply.doneAt', { at: showTime(file.appliedAt) })}</p>
      <Link to="/space/buildings">{t('toBuildings')}</Link>
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
