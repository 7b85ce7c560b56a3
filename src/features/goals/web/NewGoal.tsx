import { type FormEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, SidePanel, TextField } from '../../../web/ui/index.ts'
import type { GoalBoard } from '../contract.ts'
import { type MeasureKey, measureKeys, measures } from '../measures.ts'
import { typedToStored, unitWords } from './goal-words.ts'
import { useGoalActs } from './use-goals.ts'

type NewGoalProps = { board: GoalBoard; onSet: (period: string) => void; onClose: () => void }

/** Unit, measure, period and value: nothing else is asked. */
export function NewGoal({ board, onSet, onClose }: NewGoalProps) {
  const t = useWords('goals')
  const { language } = useLanguage()
  const { set } = useGoalActs()
  const [unitId, setUnit] = useState(board.units.find(({ isZone }) => !isZone)?.id ?? '')
  const [measure, setMeasure] = useState<MeasureKey>('signedCount')
  const [period, setPeriod] = useState(board.period)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState('')
  const unit = unitWords(measure, t)

  async function send(event: FormEvent) {
    event.preventDefault()
    const value = typedToStored(measure, typed)
    if (value === undefined)
      return setProblem(typed.trim() ? t('badNumber', { text: typed }) : t('required', { what: t('value') }))
    setProblem('')
    const input = { unitId, measure, period: period.trim(), value, note: note.trim() || null }
    await set.mutateAsync(input).then(
      () => onSet(input.period),
      (error: Error) => setProblem(error.message),
    )
  }

  return (
    <SidePanel title={t('setTitle')} label={t('setTitle')} onClose={onClose}>
      <form className="zt-form zt-goal-form" onSubmit={(event) => void send(event)}>
        <label className="zt-field">
          <span>{t('unit')}</span>
          <select value={unitId} onChange={(event) => setUnit(event.target.value)}>
            {board.units.map((one) => (
              <option key={one.id} value={one.id}>
                {one.isZone ? t('wholeZone') : one.name}
              </option>
            ))}
          </select>
        </label>
        <label className="zt-field">
          <span>{t('measure')}</span>
          <select value={measure} onChange={(event) => setMeasure(event.target.value as MeasureKey)}>
            {measureKeys.map((key) => (
              <option key={key} value={key}>
                {measures[key][language]}
              </option>
            ))}
          </select>
          <small className="zt-quiet">{measures[measure].definition[language]}</small>
        </label>
        <TextField label={t('period')} hint={t('periodHint')} value={period} onChange={setPeriod} />
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
        <Button kind="primary" type="submit" disabled={set.isPending}>
          {t('set')}
        </Button>
      </form>
    </SidePanel>
  )
}
