import { useAddress } from '../../../web/address.ts'
import { type Counts, type IssueCode, issueCodes, severities, type Verdict, verdicts } from '../contract.ts'

export type Severity = (typeof severities)[number]
/** Rows of one verdict, or cells of one severity. */
export type CheckView = Verdict | Severity

/** Where a person is within the check, kept in the address so that a colleague can be sent there. */
export type CheckPlace = {
  view: CheckView | undefined
  q: string
  page: number
  /** A row to point at. */
  row: string | undefined
  code: IssueCode | undefined
  answeredToo: boolean
}

export function placeOf(search: Readonly<Record<string, string | undefined>>): CheckPlace {
  return {
    view: [...verdicts, ...severities].find((known) => known === search['show']),
    // Not `q`: the search field in the frame shows what stands under that name.
    q: search['name'] ?? '',
    page: Math.max(1, Math.trunc(Number(search['page'])) || 1),
    row: search['row'],
    code: issueCodes.find((known) => known === search['code']),
    answeredToo: search['answered'] === 'too',
  }
}

/** What needs a person comes first: rows in doubt, then unanswered cells, then what changes. */
export function firstView(counts: Counts): CheckView {
  if (counts.doubt > 0) return 'doubt'
  if (counts.questions > 0) return 'question'
  return (['changed', 'new', 'unchanged'] as const).find((verdict) => counts[verdict] > 0) ?? 'skipped'
}

export function useCheckPlace() {
  const { search, setSearch } = useAddress()
  const go = (to: Record<string, string | undefined>) => setSearch(to, { replace: true })
  return {
    ...placeOf(search),
    show: (view: CheckView, more: { q?: string; row?: string } = {}) =>
      go({
        name: undefined,
        page: undefined,
        row: undefined,
        code: undefined,
        answered: undefined,
        show: view,
        ...(more.q ? { name: more.q } : {}),
        ...(more.row ? { row: more.row } : {}),
      }),
    /** After a check, rows and cells are new ones. */
    forget: () =>
      go({
        show: undefined,
        name: undefined,
        page: undefined,
        row: undefined,
        code: undefined,
        answered: undefined,
      }),
    find: (q: string) => go({ name: q || undefined, page: undefined, row: undefined }),
    turn: (page: number) => go({ page: page > 1 ? String(page) : undefined, row: undefined }),
    narrow: (code: IssueCode | undefined) => go({ code, page: undefined }),
    showAnswered: (too: boolean) =>
      go({ answered: too ? 'too' : undefined, code: undefined, page: undefined }),
  }
}
