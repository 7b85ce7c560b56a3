import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, Choice, TextField } from '../../../web/ui/index.ts'
import type { Unit } from '../../organisation/contract.ts'
import type { Support } from '../support-contract.ts'
import { type SupportKind, supportKinds, supportKindWords } from '../support-kinds.ts'
import { useSupportActs } from './use-supports.ts'

type Props = { projectId: string; kind: SupportKind; support?: Support; onDone: () => void }

/** What, of whom, by when: nothing else has to be said. */
export function SupportForm({ projectId, kind: asked, support, onDone }: Props) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const acts = useSupportActs()
  const units = useUnitsToday(support?.ofUnitId)
  const [kind, setKind] = useState(support?.kind ?? asked)
  const [what, setWhat] = useState(support?.what ?? '')
  const [by, setBy] = useState<'unit' | 'other'>(support && support.ofUnitId === null ? 'other' : 'unit')
  const [ofUnitId, setUnit] = useState(support?.ofUnitId ?? '')
  const [ofWhom, setWhom] = useState(support && support.ofUnitId === null ? support.ofWhom : '')
  const [dueOn, setDueOn] = useState(support?.dueOn ?? '')
  const [note, setNote] = useState(support?.note ?? '')
  const [problem, setProblem] = useState('')

  const missing = [
    [what.trim(), 'what'],
    [by === 'unit' ? ofUnitId : ofWhom.trim(), by === 'unit' ? 'unit' : 'ofWhom'],
    [dueOn, 'dueOn'],
  ].find(([value]) => !value)?.[1]
  const tried = (work: Promise<unknown>) => {
    setProblem('')
    void work.then(onDone, (error: Error) => setProblem(error.message))
  }
  function send(event: FormEvent) {
    event.preventDefault()
    if (missing) return setProblem(t('required', { what: t(missing) }))
    const whom = by === 'unit' ? { ofUnitId, ofWhom: null } : { ofUnitId: null, ofWhom: ofWhom.trim() }
    const facts = { kind, what: what.trim(), ...whom, dueOn, note: note.trim() || null }
    tried(
      support
        ? acts.change.mutateAsync({ id: support.id, revision: support.revision, ...facts })
        : acts.add.mutateAsync({ projectId, ...facts }),
    )
  }
  return (
    <form className="zt-form" onSubmit={send}>
      <Choice
        label={t('kind')}
        value={kind}
        options={supportKinds.map((value) => ({ value, label: supportKindWords[value][language] }))}
        onChange={setKind}
      />
      <TextField label={t('what')} hint={t('whatHint')} maxLength={200} value={what} onChange={setWhat} />
      <Choice
        label={t('of')}
        value={by}
        options={[
          { value: 'unit', label: t('unit') },
          { value: 'other', label: t('otherUnit') },
        ]}
        onChange={setBy}
      />
      {by === 'unit' ? (
        <label className="zt-field">
          <span>{t('of')}</span>
          <select value={ofUnitId} onChange={(event) => setUnit(event.target.value)}>
            <option value="" />
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <TextField
          label={t('ofWhom')}
          hint={t('ofWhomHint')}
          maxLength={100}
          value={ofWhom}
          onChange={setWhom}
        />
      )}
      <TextField label={t('dueOn')} type="date" value={dueOn} onChange={setDueOn} />
      <TextField label={t('note')} maxLength={1000} value={note} onChange={setNote} />
      <p className="zt-form-problem" role="alert">
        {problem}
      </p>
      <span className="zt-cell-panel-acts">
        <Button kind="primary" type="submit" disabled={acts.add.isPending || acts.change.isPending}>
          {t(support ? 'save' : 'add')}
        </Button>
        {support && <MetAndGone support={support} acts={acts} tried={tried} />}
      </span>
    </form>
  )
}

type ActProps = {
  support: Support
  acts: ReturnType<typeof useSupportActs>
  tried: (work: Promise<unknown>) => void
}

function MetAndGone({ support: { id, revision, metOn }, acts, tried }: ActProps) {
  const t = useWords('charts')
  const [isSure, setSure] = useState(false)
  const next = metOn ? null : shanghaiDay(Date.now())
  return (
    <>
      <Button onClick={() => tried(acts.change.mutateAsync({ id, revision, metOn: next }))}>
        {t(metOn ? 'markUnmet' : 'markMet')}
      </Button>
      <Button
        kind="quiet"
        onClick={() => (isSure ? tried(acts.remove.mutateAsync({ id, revision })) : setSure(true))}
      >
        {t(isSure ? 'removeSure' : 'remove')}
      </Button>
    </>
  )
}

/** Units that stand today, and the one that was asked, closed or not. */
function useUnitsToday(asked: string | null | undefined): Unit[] {
  const { data } = useQuery({ queryKey: ['units'], queryFn: () => api.get<{ items: Unit[] }>('/units') })
  const today = shanghaiDay(Date.now())
  return (data?.items ?? []).filter(
    ({ id, fromOn, toOn }) => id === asked || (fromOn <= today && (toOn === null || toOn >= today)),
  )
}
