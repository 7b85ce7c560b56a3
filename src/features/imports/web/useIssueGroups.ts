import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { type Issue, type IssueCode, issueCodes } from '../contract.ts'
import type { Severity } from './useCheckPlace.ts'
import { importKeys } from './useImports.ts'

export type IssueGroup = { code: IssueCode; count: number }

/** The most that one answer of the server carries. */
const most = 500

/** How many cells of each code, most first. Beyond one answer's worth, each code is asked for its exact number. */
export function useIssueGroups(
  importId: string,
  severity: Severity,
  answeredToo: boolean,
): readonly IssueGroup[] {
  const { data } = useQuery({
    queryKey: [...importKeys.issues(importId), 'groups', severity, answeredToo],
    queryFn: async () => {
      const query = { severity, ...(answeredToo ? {} : { open: true }) }
      const ask = (more: { code?: IssueCode; limit: number }) =>
        api.get<{ items: Issue[]; total: number }>(`/imports/${importId}/issues`, { ...query, ...more })
      const { items, total } = await ask({ limit: most })
      if (total <= items.length) return groupsOf(items)
      const counts = await Promise.all(
        issueCodes.map(async (code) => ({ code, count: (await ask({ code, limit: 1 })).total })),
      )
      return sorted(counts)
    },
    placeholderData: keepPreviousData,
  })
  return data ?? []
}

export function groupsOf(issues: readonly Pick<Issue, 'code'>[]): IssueGroup[] {
  const counts = new Map<IssueCode, number>()
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1)
  return sorted([...counts].map(([code, count]) => ({ code, count })))
}

const sorted = (groups: readonly IssueGroup[]) =>
  groups
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || issueCodes.indexOf(a.code) - issueCodes.indexOf(b.code))
