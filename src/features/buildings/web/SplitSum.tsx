import { type Decimal, negateDecimal, signOfDecimal } from '../../../shared/decimal.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'

type SplitSumProps = { sumM2: Decimal; wholeM2: Decimal; leftM2: Decimal }

/** What the parts sum to as they are typed, of how much, and what is left. */
export function SplitSum({ sumM2, wholeM2, leftM2 }: SplitSumProps) {
  const t = useWords('buildingActs')
  const sign = signOfDecimal(leftM2)
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('together')}</th>
        <td className="zt-number">{showNumber(sumM2)}</td>
        <td />
      </tr>
      <tr>
        <td className="zt-quiet">{t('of', { area: showNumber(wholeM2) })}</td>
        <td className={sign < 0 ? 'zt-number zt-late' : 'zt-number'} role="status">
          {sign === 0
            ? t('exact')
            : t(sign > 0 ? 'left' : 'over', { area: showNumber(sign > 0 ? leftM2 : negateDecimal(leftM2)) })}
        </td>
        <td />
      </tr>
    </tfoot>
  )
}
