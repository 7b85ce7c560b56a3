import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { IndustryName } from '../../industries/web/IndustryName.tsx'
import { fieldByKey } from '../../projects/fields.ts'
import type { Issue } from '../contract.ts'
import { showValue } from '../show-value.ts'
import { useAnswer } from './useImports.ts'
import type { ShowingHere } from './useShowing.ts'
import { ValueEntry } from './ValueEntry.tsx'

/** More would be a list, and “another value” opens one. */
const mostButtons = 6

type Props = { importId: string; issue: Issue; editable: boolean; showing: ShowingHere }

/** The ways out of an issue: a value that may have been meant, one's own, leaving the cell out, or leaving it as read. */
export function IssueAnswer({ importId, issue, editable, showing }: Props) {
  const t = useWords('imports')
  const { message } = App.useApp()
  const answer = useAnswer(importId)
  const [entering, setEntering] = useState(false)
  const [again, setAgain] = useState(false)
  const [alike, setAlike] = useState(issue.value.trim() !== '')
  const field = fieldByKey.get(issue.field ?? '')
  if (issue.resolution && !again) {
    const { value } = issue.resolution
    return (
      <p className="zt-issue-answered">
        {value === null
          ? t('issue.answeredBlank')
          : t('issue.answered', { value: showing.show(issue.field ?? '', value) })}
        {editable && (
          <button type="button" className="zt-link" onClick={() => setAgain(true)}>
            {t('issue.again')}
          </button>
        )}
      </p>
    )
  }
  // A computed field takes no values, and what concerns a whole row is decided there.
  if (!editable || !field || field.store.in === 'computed') return null

  const save = (value: string | null) =>
    answer.mutate(
      { issueId: issue.id, value, alike: alike && issue.alike > 0 },
      {
        onSuccess: ({ answered }) => {
          setAgain(false)
          setEntering(false)
          void message.success(t('issue.answeredToast', { count: answered }))
        },
        onError: (problem) => void message.error(problem.message),
      },
    )
  const state = (value: string | null) => {
    const saving = answer.isPending && answer.variables.value === value
    return { loading: saving, disabled: answer.isPending && !saving }
  }
  // Each in the unit that reads best by itself: of 12亿元 and 12万元 one was meant.
  const shown = (value: string) =>
    showValue(field.key, value, { language: showing.language, corpsName: showing.corps.nameOf })
  const rank = issue.severity === 'question' ? 'default' : 'text'
  return (
    <div className="zt-issue-answer">
      {issue.suggestions.slice(0, mostButtons).map((value) => (
        <Button key={value} size="small" {...state(value)} onClick={() => save(value)}>
          {field.kind === 'industry' ? <IndustryName code={value} isBrief /> : shown(value)}
        </Button>
      ))}
      {entering ? (
        <ValueEntry
          field={field}
          cell={issue.cell}
          showing={showing}
          busy={answer.isPending}
          onSave={save}
          onCancel={() => setEntering(false)}
        />
      ) : (
        <>
          {issue.taken !== null && issue.severity === 'warning' && (
            <Button size="small" {...state(issue.taken)} onClick={() => save(issue.taken)}>
              {t('issue.keepTaken')}
            </Button>
          )}
          <Button size="small" type={rank} onClick={() => setEntering(true)}>
            {t('issue.own')}
          </Button>
          {!field.required && (
            <Button size="small" type={rank} {...state(null)} onClick={() => save(null)}>
              {t('issue.leaveOut')}
            </Button>
          )}
        </>
      )}
      {issue.alike > 0 && (
        <Checkbox checked={alike} onChange={(event) => setAlike(event.target.checked)}>
          {t('issue.alike', { count: issue.alike + 1 })}
        </Checkbox>
      )}
    </div>
  )
}
