import { useAddress } from '../../../web/address.ts'
import { type Counts, type IssueCode, issueCodes, severities, type Verdict, verdicts } from '../contract.ts'

export type CheckView = Verdict | 'cells'
export type Severity = (typeof severities)[number]

/** Where a person is within the check, kept in the address so that a colleague can be sent there. */
export type CheckPlace = {
  view: CheckView | undefined
  q: string
  page: number
  /** A row to point at. */
  row: string | undefined
  severity: Severity | undefined
  code: IssueCode | undefined
  answeredToo: boolean
}

export function placeOf(search: Readonly<Record<string, string | undefined>>): CheckPlace {
  const view = [...verdicts, 'cells' as const].find((known) => known === search['show'])
  return {
    view,
    q: search['q'] ?? '',
    page: Math.max(1, Math.trunc(Number(search['page'])) || 1),
    row: search['row'],
    severity: severities.find((known) => known === search['severity']),
    code: issueCodes.find((known) => known === search['code']),
    answeredToo: search['answered'] === 'too',
  }
}

/** What needs a person comes first: rows in doubt, then unanswered cells, then what changes. */
export function firstView(counts: Counts): CheckView {
  if (counts.doubt > 0) return 'doubt'
  if (counts.questions > 0) return 'cells'
  return (['changed', 'new', 'unchanged'] as const).find((verdict) => counts[verdict] > 0) ?? 'skipped'
}

export function useCheckPlace() {
  const { search, setSearch } = useAddress()
  const fresh = {
    q: undefined,
    page: undefined,
    row: undefined,
    severity: undefined,
    code: undefined,
    answered: undefined,
  }
  return {
    ...placeOf(search),
    show: (view: CheckView, more: { q?: string; row?: string } = {}) =>
      setSearch({ ...fresh, show: view, ...more }, { replace: true }),
    find: (q: string) => setSearch({ q: q || undefined, page: undefined, row: undefined }, { replace: true }),
    turn: (page: number) =>
      setSearch({ page: page > 1 ? String(page) : undefined, row: undefined }, { replace: true }),
    narrow: (to: { severity?: Severity | undefined; code?: IssueCode | undefined; answeredToo?: boolean }) =>
      setSearch(
        {
          page: undefined,
          ...('severity' in to ? { severity: to.severity, code: undefined } : {}),
          ...('code' in to ? { code: to.code } : {}),
          ...('answeredToo' in to ? { answered: to.answeredToo ? 'too' : undefined, code: undefined } : {}),
        },
        { replace: true },
      ),
  }
}
