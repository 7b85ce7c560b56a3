import { type FormEvent, useMemo, useState } from 'react'
import { type Decimal, sumDecimal } from '../../../shared/decimal.ts'
import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, LoadingBar, SidePanel, TextField } from '../../../web/ui/index.ts'
import type { Division, Parcel } from '../contract.ts'
import { showSquareMetres } from './areas.ts'
import { ShapeMap } from './ShapeMap.tsx'
import { useMerge, useMergePreview } from './use-parcels.ts'

type MergePanelProps = {
  parcels: readonly Parcel[]
  onClose: () => void
  /** The parcel that they became. */
  onMerged: (id: string) => void
}

/** Several parcels to become one: what comes of it, then the act. */
export function MergePanel({ parcels, onClose, onMerged }: MergePanelProps) {
  const t = useWords('space')
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const merge = useMerge()
  const given = parcels.map(({ id, revision }) => ({ id, revision }))
  const preview = useMergePreview({ parcels: given })
  const whole = sumDecimal(parcels.map(({ areaM2 }) => areaM2))
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    merge.mutate(
      { parcels: given, number: number.trim() || null, name: name.trim() || null },
      { onSuccess: ({ parts }) => onMerged(parts[0]?.id ?? '') },
    )
  }
  return (
    <SidePanel title={t('mergeTitle', { count: parcels.length })} label={t('toMerge')} onClose={onClose}>
      <form className="zt-form zt-merge" onSubmit={onSubmit}>
        <table className="zt-merge-parts">
          <tbody>
            {parcels.map((parcel) => (
              <tr key={parcel.id}>
                <th scope="row">{parcel.number ?? parcel.name ?? t('unnumbered')}</th>
                <Areas areaM2={parcel.areaM2} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('together')}</th>
              <Areas areaM2={whole} />
            </tr>
          </tfoot>
        </table>
        {preview.isPending && <LoadingBar />}
        {preview.error && (
          <p className="zt-form-problem" role="alert">
            {preview.error.message}
          </p>
        )}
        {preview.data && <Outcome division={preview.data} />}
        <TextField label={t('newNumber')} value={number} onChange={setNumber} maxLength={100} />
        <TextField label={t('newName')} value={name} onChange={setName} maxLength={200} />
        {merge.error && (
          <p className="zt-form-problem" role="alert">
            {merge.error.message}
          </p>
        )}
        <p className="zt-quiet">{t('mergeHint')}</p>
        <div>
          <Button kind="primary" type="submit" disabled={!preview.data || merge.isPending}>
            {t('mergeNow', { count: parcels.length })}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

function Areas({ areaM2 }: { areaM2: Decimal }) {
  const t = useWords('space')
  return (
    <>
      <td className="zt-number">
        {showArea(areaM2, { digits: 2 })} <span className="zt-quiet">{t('mu')}</span>
      </td>
      <td className="zt-number zt-quiet">{showSquareMetres(areaM2)} ㎡</td>
    </>
  )
}

/** The one that they become, drawn, and by how much its area is not the sum. */
function Outcome({ division: { parts, differenceM2 } }: { division: Division }) {
  const t = useWords('space')
  const [part] = parts
  const items = useMemo(
    () => parts.map(({ boundary }, at) => ({ id: String(at), verdict: 'new' as const, label: '', boundary })),
    [parts],
  )
  if (!part) return null
  return (
    <>
      <p>
        {t('becomes', { area: showArea(part.areaM2), squareMetres: showSquareMetres(part.areaM2) })}
        {Number(differenceM2) !== 0 && (
          <span className="zt-quiet"> {t('differs', { difference: showSquareMetres(differenceM2) })}</span>
        )}
      </p>
      <ShapeMap items={items} label={t('toMerge')} />
    </>
  )
}
