import { Link } from '@tanstack/react-router'
import { nothing, showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Parcel } from '../contract.ts'
import { showSquareMetres } from './areas.ts'
import { StatusChoice } from './StatusChoice.tsx'
import type { ParcelSort, SpaceAsked } from './space-address.ts'

type Picked = ReadonlyMap<string, Parcel>
type ParcelTableProps = {
  items: readonly Parcel[]
  asked: SpaceAsked
  chosen: string | undefined
  picked: Picked
  /** Missing for those who merge nothing. */
  onPick: ((picked: Picked) => void) | undefined
}

export const toParcel = (id: string) => ({
  to: '.',
  search: ((before: object) => ({ ...before, parcel: id, panel: undefined })) as never,
})

export function ParcelTable({ items, asked, chosen, picked, onPick }: ParcelTableProps) {
  const t = useWords('space')
  return (
    <div className="zt-parcel-place">
      <table className="zt-parcel-table">
        <thead>
          <tr>
            {onPick && (
              <th scope="col" className="zt-parcel-pick">
                <span className="zt-unseen">{t('pick')}</span>
              </th>
            )}
            <Sorted asked={asked} by={['number']} label={t('number')} />
            <th scope="col">{t('name')}</th>
            <Sorted asked={asked} by={['status']} label={t('status')} />
            <Sorted asked={asked} by={['-area', 'area']} label={t('area')} unit={t('mu')} />
            <th scope="col" className="zt-number">
              <span className="zt-quiet">㎡</span>
            </th>
            <th scope="col">{t('use')}</th>
            <th scope="col">{t('class')}</th>
            <th scope="col">{t('territory')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((parcel) => (
            <tr
              key={parcel.id}
              data-chosen={parcel.id === chosen || undefined}
              data-ended={parcel.endedOn !== null || undefined}
            >
              {onPick && <Pick parcel={parcel} picked={picked} onPick={onPick} />}
              <th scope="row">
                <Link {...toParcel(parcel.id)}>{parcel.number ?? t('unnumbered')}</Link>
                {parcel.provenance === 'illustrative' && <Illustrative />}
              </th>
              <td className="zt-parcel-name">{parcel.name ?? nothing}</td>
              <td>
                <StatusChoice parcel={parcel} />
                {parcel.endedOn && <span className="zt-quiet"> {t('endedShort')}</span>}
              </td>
              <td className="zt-number">{showArea(parcel.areaM2, { digits: 2 })}</td>
              <td className="zt-number zt-quiet">{showSquareMetres(parcel.areaM2)}</td>
              <td>{parcel.landUse ?? nothing}</td>
              <td>{parcel.landClass ?? nothing}</td>
              <td>{parcel.territory ?? nothing}</td>
              <td>{parcel.unit ?? nothing}</td>
              <td className="zt-parcel-source" title={parcel.source ?? undefined}>
                {parcel.source ?? nothing}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SortedProps = { asked: SpaceAsked; by: readonly ParcelSort[]; label: string; unit?: string }

/** A heading that orders the list by its column, one way after the other where there are two. */
function Sorted({ asked, by, label, unit }: SortedProps) {
  const t = useWords('space')
  const at = by.indexOf(asked.sort)
  const next = by[(at + 1) % by.length]
  const isDown = asked.sort.startsWith('-')
  return (
    <th
      scope="col"
      className={unit ? 'zt-number' : undefined}
      aria-sort={at < 0 ? undefined : isDown ? 'descending' : 'ascending'}
    >
      <Link
        to="."
        search={((before: object) => ({ ...before, sort: next, page: undefined })) as never}
        title={t('sortBy', { what: label })}
      >
        {label}
        {unit && <span className="zt-quiet"> {unit}</span>}
        <span aria-hidden="true">{at < 0 ? '' : isDown ? ' ↓' : ' ↑'}</span>
      </Link>
    </th>
  )
}

type PickProps = { parcel: Parcel; picked: Picked; onPick: (picked: Picked) => void }

function Pick({ parcel, picked, onPick }: PickProps) {
  const t = useWords('space')
  function toggle() {
    const next = new Map(picked)
    if (!next.delete(parcel.id)) next.set(parcel.id, parcel)
    onPick(next)
  }
  return (
    <td className="zt-parcel-pick">
      {parcel.abilities.includes('update') && (
        <label>
          <input
            type="checkbox"
            aria-label={t('pickOne', { parcel: parcel.number ?? parcel.name ?? t('unnumbered') })}
            checked={picked.has(parcel.id)}
            onChange={toggle}
          />
        </label>
      )}
    </td>
  )
}
