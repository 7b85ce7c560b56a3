import { type FormEvent, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { Goal } from '../contract.ts'
import { storedToTyped, typedToStored, unitWords } from './goal-words.ts'
import { useGoalActs } from './use-goals.ts'

/** Another value for a goal; the former stay in its history. */
export function ChangeGoal({ goal, onGone }: { goal: Goal; onGone: () => void }) {
  const t = useWords('goals')
  const { change, remove } = useGoalActs()
  const [typed, setTyped] = useState(storedToTyped(goal.measure, goal.value))
  const [note, setNote] = useState(goal.note ?? '')
  const [problem, setProblem] = useState('')
  const [isAsked, setAsked] = useState(false)
  const unit = unitWords(goal.measure, t)
  const fail = (error: Error) => setProblem(error.message)

  function send(event: FormEvent) {
    event.preventDefault()
    const value = typedToStored(goal.measure, typed)
    if (value === undefined) return setProblem(t('badNumber', { text: typed }))
    setProblem('')
    const { id, revision } = goal
    void change.mutateAsync({ id, revision, value, note: note.trim() || null }).catch(fail)
  }
  function drop() {
    if (!isAsked) return setAsked(true)
    void remove.mutateAsync(goal).then(onGone, fail)
  }

  return (
    <details className="zt-goal-change">
      <summary>{t('change')}</summary>
      <form className="zt-form" onSubmit={send}>
        <TextField
          label={unit ? t('valueIn', { unit }) : t('value')}
          inputMode="decimal"
          value={typed}
          onChange={setTyped}
        />
        <TextField label={t('note')} value={note} maxLength={500} onChange={setNote} />
        <p className="zt-form-problem" role="alert">
          {problem}
        </p>
        <div className="zt-goal-acts">
          <Button kind="primary" type="submit" disabled={change.isPending}>
            {t('save')}
          </Button>
          <Button onClick={drop} disabled={remove.isPending}>
            {t(isAsked ? 'removeAsk' : 'remove')}
          </Button>
        </div>
      </form>
    </details>
  )
}
