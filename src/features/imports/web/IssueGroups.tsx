import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { IssueCode } from '../contract.ts'
import { issueTitle } from '../issue-words.ts'
import type { Severity } from './useCheckPlace.ts'
import { useIssueGroups } from './useIssueGroups.ts'

type Props = {
  importId: string
  severity: Severity
  answeredToo: boolean
  code: IssueCode | undefined
  onChoose: (code: IssueCode | undefined) => void
}

/** What is wrong, with how many cells, to go through one kind at a time. */
export function IssueGroups({ importId, severity, answeredToo, code, onChoose }: Props) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const groups = useIssueGroups(importId, severity, answeredToo)
  if (groups.length < 2 && code === undefined) return null
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <ul className="zt-issue-groups" aria-label={t('issue.groups')}>
      <li>
        <button type="button" aria-pressed={code === undefined} onClick={() => onChoose(undefined)}>
          <span>{t('issue.all')}</span>
          <b>{total}</b>
        </button>
      </li>
      {groups.map((group) => (
        <li key={group.code}>
          <button type="button" aria-pressed={code === group.code} onClick={() => onChoose(group.code)}>
            <span>{issueTitle(group.code, language)}</span>
            <b>{group.count}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
