import { showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import type { Division, ParcelDetail } from '../../../spaces/contract.ts'
import { muOfParts } from './mu-of-parts.ts'

/** What somebody wrote for a part; empty is what stands there in grey. */
export type PartWords = { number?: string; name?: string }

type PartTableProps = {
  parts: Division['parts']
  parcel: ParcelDetail
  words: readonly PartWords[]
  onWords: (words: readonly PartWords[]) => void
}

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0

/** The parts with their areas, as many decimals as they have, so that a reader can add them up. */
export function PartTable({ parts, parcel, words, onWords }: PartTableProps) {
  const t = useWords('map')
  const areas = parts.map(({ areaM2 }) => areaM2)
  const digits = Math.max(...areas.map(decimalsOf))
  const mu = muOfParts(areas)
  const write = (at: number, key: keyof PartWords, text: string) =>
    onWords(parts.map((_, index) => (index === at ? { ...words[index], [key]: text } : (words[index] ?? {}))))
  const field = (at: number, key: keyof PartWords, otherwise: string | null) => (
    <input
      aria-label={t(`split.${key}`, { at: at + 1 })}
      placeholder={otherwise ?? t(`split.${key}Short`)}
      value={words[at]?.[key] ?? ''}
      maxLength={key === 'number' ? 100 : 200}
      onChange={({ target }) => write(at, key, target.value)}
    />
  )
  return (
    <table className="zt-split-parts" aria-label={t('split.parts')}>
      <thead>
        <tr>
          <th scope="col">{t('split.part')}</th>
          <th scope="col" className="zt-number">
            ㎡
          </th>
          <th scope="col" className="zt-number">
            {t('frame:mu')}
          </th>
        </tr>
      </thead>
      {parts.map(({ number, areaM2 }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name before they are made
        <tbody key={at}>
          <tr>
            <th scope="row">{at + 1}</th>
            <td className="zt-number">{showNumber(areaM2, digits)}</td>
            <td className="zt-number">{showNumber(mu.parts[at] ?? null, 4)}</td>
          </tr>
          <tr>
            <td colSpan={3}>
              {field(at, 'number', number)}
              {field(at, 'name', parcel.name)}
            </td>
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{t('split.whole')}</th>
          <td className="zt-number">{showNumber(parcel.areaM2, digits)}</td>
          <td className="zt-number">{showNumber(mu.whole, 4)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
