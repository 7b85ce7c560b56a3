import { showMoney } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Against, Reason } from '../contract.ts'

/** What speaks for two projects being one, then what speaks against it. */
export function Reasons({ reasons, against }: { reasons: readonly Reason[]; against: readonly Against[] }) {
  const t = useWords('duplicates')
  const told = ({ kind, value }: Reason) =>
    kind === 'investorAmount' ? showMoney(value, { unit: '亿元' }) : value
  return (
    <ul className="zt-reasons">
      {reasons.map((reason) => (
        <li key={reason.kind} data-for>
          {t(`reason.${reason.kind}`, { value: told(reason) })}
        </li>
      ))}
      {against.map(({ kind }) => (
        <li key={kind} data-against>
          {t(`against.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
