import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import { Step } from '../../imports/web/Step.tsx'
import { type BuildingImport, type RowVerdict, rowVerdicts } from '../import-contract.ts'
import { ImportRowLine } from './ImportRowLine.tsx'
import { type ImportActs, rowsAtOnce, useImportRows } from './use-building-imports.ts'
import '../../imports/web/check.css'

type CheckRoomsProps = { file: BuildingImport; acts: ImportActs }

/** What every row would become, and what speaks against it; what is in doubt waits for a person. */
export function CheckRooms({ file, acts }: CheckRoomsProps) {
  const t = useWords('buildingImports')
  const { counts, revision } = file
  const first = (['doubt', 'refused', 'changed', 'new', 'unchanged'] as const).find((one) => counts[one] > 0)
  const [verdict, setVerdict] = useState<RowVerdict | undefined>(first)
  const [page, setPage] = useState(1)
  const { data } = useImportRows(file, verdict, page)
  const show = (next: RowVerdict | undefined) => {
    setVerdict(next)
    setPage(1)
  }
  const all = rowVerdicts.reduce((sum, one) => sum + counts[one], 0)
  const mayDecide = file.abilities.includes('update') && !acts.check.isPending
  const last = Math.max(1, Math.ceil((data?.total ?? 0) / rowsAtOnce))
  return (
    <Step
      number={2}
      name="check"
      state={counts.doubt > counts.taken && file.status === 'read' ? 'now' : 'done'}
      summary={t('check.day', { day: file.day })}
    >
      <div className="zt-check-tabs">
        <fieldset aria-label={t('check.rows')}>
          <button type="button" aria-pressed={verdict === undefined} onClick={() => show(undefined)}>
            {t('check.all')} <b>{all}</b>
          </button>
          {rowVerdicts.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={verdict === one}
              data-empty={counts[one] === 0 || undefined}
              onClick={() => show(one)}
            >
              {t(`verdict.${one}`)} <b>{counts[one]}</b>
            </button>
          ))}
        </fieldset>
        {mayDecide && verdict === 'doubt' && counts.doubt > 0 && (
          <fieldset>
            <Button onClick={() => acts.check.mutate({ revision, allInDoubt: 'take' })}>
              {t('check.takeAll')}
            </Button>
            <Button onClick={() => acts.check.mutate({ revision, allInDoubt: 'skip' })}>
              {t('check.skipAll')}
            </Button>
          </fieldset>
        )}
      </div>
      <ul className="zt-import-lines" aria-busy={acts.check.isPending}>
        {data?.items.map((row) => (
          <ImportRowLine
            key={row.id}
            row={row}
            onDecide={
              mayDecide
                ? (decision) => acts.check.mutate({ revision, decisions: { [row.place]: decision } })
                : undefined
            }
          />
        ))}
      </ul>
      {last > 1 && (
        <p className="zt-import-pages">
          <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {t('check.before')}
          </Button>
          <span>
            {page} / {last}
          </span>
          <Button disabled={page >= last} onClick={() => setPage(page + 1)}>
            {t('check.after')}
          </Button>
        </p>
      )}
    </Step>
  )
}
