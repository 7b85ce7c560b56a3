import { useWords } from '../../../web/i18n/index.ts'
import type { CheckedRule } from '../contract.ts'

const signs: Record<CheckedRule['verdict'], string> = { pass: '✓', fail: '✕', unknown: '○', exempt: '◇' }

/** A verdict by its sign and its word. */
export function VerdictMark({ verdict }: { verdict: CheckedRule['verdict'] }) {
  const t = useWords('preconditions')
  return (
    <span className="zt-verdict" data-verdict={verdict}>
      <span aria-hidden>{signs[verdict]}</span> {t(`verdict.${verdict}`)}
    </span>
  )
}
