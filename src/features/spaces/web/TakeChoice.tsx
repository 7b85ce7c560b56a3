import { useWords } from '../../../web/i18n/index.ts'
import type { ParcelImportRow } from '../import-contract.ts'
import type { ImportActs } from './use-parcel-imports.ts'

/** Taken or left out: what is in doubt stays out until somebody takes it, what is clear goes in unless somebody does not. */
export function TakeChoice({ row, acts: { decide } }: { row: ParcelImportRow; acts: ImportActs }) {
  const t = useWords('parcelImports')
  const { verdict, decision } = row
  if (verdict === 'refused' || verdict === 'unchanged') return null
  const isTaken = verdict === 'doubt' ? decision === 'take' : decision !== 'skip'
  const isDecided = verdict !== 'doubt' || decision !== null
  const choice = (words: 'take' | 'skip', isPressed: boolean) => (
    <button
      type="button"
      aria-pressed={isPressed}
      disabled={decide.isPending && decide.variables.rowId === row.id}
      onClick={() => decide.mutate({ rowId: row.id, decision: words })}
    >
      {t(`row.${words}`)}
    </button>
  )
  return (
    <fieldset className="zt-choice zt-take-choice">
      <legend className="zt-unseen">
        {t('row.decision', { parcel: row.number ?? row.name ?? row.place })}
      </legend>
      {choice('take', isDecided && isTaken)}
      {choice('skip', isDecided && !isTaken)}
    </fieldset>
  )
}
