import { type FormEvent, useEffect, useState } from 'react'
import type { Day, Month } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { ChartRow } from '../contract.ts'
import { taskOf, useTasks } from './use-tasks.ts'

type Props = { row: ChartRow; month: Month; today: Day }

/** The task of a month with the day it was done; what is refused stays as it was typed. */
export function TaskForm({ row, month, today }: Props) {
  const t = useWords('charts')
  const tasks = useTasks(today)
  const task = taskOf(row, month)
  const [text, setText] = useState(task?.text ?? '')
  const [doneOn, setDoneOn] = useState(task?.doneOn ?? '')
  /** The row that was seen when this was typed. */
  const [seen, setSeen] = useState(row)
  const [said, setSaid] = useState<{ isProblem: boolean; text: string }>()
  const isTouched =
    text.trim() !== (taskOf(seen, month)?.text ?? '') ||
    (doneOn || null) !== (taskOf(seen, month)?.doneOn ?? null)
  useEffect(() => {
    if (isTouched || row === seen) return
    setSeen(row)
    setText(taskOf(row, month)?.text ?? '')
    setDoneOn(taskOf(row, month)?.doneOn ?? '')
  }, [row, seen, month, isTouched])

  const mayWrite = row.abilities.includes('update')
  async function send(event: FormEvent) {
    event.preventDefault()
    const outcome = await tasks.save(seen, month, { text, doneOn: doneOn || null })
    if (!outcome.ok) setSeen(outcome.row)
    setSaid(outcome.ok ? { isProblem: false, text: t('saved') } : { isProblem: true, text: outcome.message })
  }
  if (!mayWrite)
    return (
      <section>
        <h3>{t('task')}</h3>
        <p>{task?.text ?? t('noTask')}</p>
        {task?.doneOn && <p className="zt-quiet">{`${t('doneOn')} ${task.doneOn}`}</p>}
      </section>
    )
  return (
    <form className="zt-form" onSubmit={(event) => void send(event)}>
      <label className="zt-field">
        <span>{t('task')}</span>
        <textarea
          className="zt-chart-text"
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <TextField label={t('doneOn')} type="date" max={today} value={doneOn} onChange={setDoneOn} />
      {said && (
        <p
          className={said.isProblem ? 'zt-form-problem' : 'zt-quiet'}
          role={said.isProblem ? 'alert' : 'status'}
        >
          {said.text}
        </p>
      )}
      <span className="zt-cell-panel-acts">
        <Button kind="primary" type="submit" disabled={!isTouched}>
          {t('save')}
        </Button>
        {!doneOn && text.trim() !== '' && <Button onClick={() => setDoneOn(today)}>{t('markDone')}</Button>}
      </span>
    </form>
  )
}
