import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Project } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { type Choice, type Conflict, cellKey } from './edit-outcome.ts'
import { fieldLabel, valueText } from './field-words.ts'
import type { RowWindow } from './ledger-fetch.ts'
import { rowValue } from './row-value.ts'
import { useCorps } from './use-corps.ts'
import './conflict-dialog.css'

const nameOfProject = (project: Project | undefined) => (project ? (rowValue(project.row, 'name') ?? '') : '')

/** Two people wrote into one cell: both values side by side, and a choice for each. */
export function ConflictDialog({
  conflicts,
  onAnswer,
}: {
  conflicts: readonly Conflict[]
  onAnswer: (choices: Choice[]) => void
}) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const client = useQueryClient()
  const [choices, setChoices] = useState<Choice[]>(conflicts.map(() => 'theirs'))

  const nameOf = (id: string) => {
    const windows = client.getQueriesData<RowWindow>({ queryKey: ['ledger', 'rows'] })
    for (const [, window] of windows) {
      const row = window?.items.find((one) => one.id === id)
      if (row) return rowValue(row, 'name') ?? ''
    }
    return nameOfProject(client.getQueryData<Project>(['project', id]))
  }
  const show = (key: string, value: string | null | undefined) => {
    const field = fieldByKey.get(key)
    if (value === null || value === undefined || !field) return <span className="zt-quiet">{t('blank')}</span>
    return valueText(field, value, language, corps)
  }
  const all = (choice: Choice) => onAnswer(conflicts.map(() => choice))

  return (
    <Modal
      open
      width={640}
      title={t('conflict.title', { count: conflicts.length })}
      onCancel={() => all('theirs')}
      keyboard
      closable={false}
      mask={{ closable: false }}
      footer={
        <>
          {conflicts.length > 1 && (
            <>
              <Button onClick={() => all('theirs')}>{t('conflict.allTheirs')}</Button>
              <Button onClick={() => all('mine')}>{t('conflict.allMine')}</Button>
            </>
          )}
          <Button type="primary" onClick={() => onAnswer(choices)}>
            {t('conflict.done')}
          </Button>
        </>
      }
    >
      <p className="zt-conflict-lead">{t('conflict.lead')}</p>
      <ul className="zt-conflicts">
        {conflicts.map(({ edit, failure }, at) => (
          <li key={cellKey(edit)}>
            <p className="zt-conflict-where">
              {nameOf(edit.projectId)} · {fieldLabel(edit.field, language)}
            </p>
            <dl>
              <dt>{t('conflict.seen')}</dt>
              <dd>{show(edit.field, edit.from)}</dd>
              <dt>
                {failure.changedBy
                  ? t('conflict.theirsBy', { name: failure.changedBy })
                  : t('conflict.theirs')}
              </dt>
              <dd data-chosen={choices[at] === 'theirs'}>{show(edit.field, failure.current)}</dd>
              <dt>{t('conflict.mine')}</dt>
              <dd data-chosen={choices[at] === 'mine'}>{show(edit.field, edit.to)}</dd>
            </dl>
            <Segmented<Choice>
              aria-label={t('conflict.choice')}
              value={choices[at] ?? 'theirs'}
              onChange={(choice) => setChoices(choices.map((before, k) => (k === at ? choice : before)))}
              options={[
                { value: 'theirs', label: t('conflict.keepTheirs') },
                { value: 'mine', label: t('conflict.putMine') },
              ]}
            />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
