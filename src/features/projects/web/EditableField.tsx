import { type ReactNode, useEffect, useRef, useState } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'
import { HistoryButton } from '../../history/web/HistoryButton.tsx'
import { IndustryName } from '../../industries/web/IndustryName.tsx'
import { asksForReason } from '../correction.ts'
import { type Field, fieldByKey, isEditable } from '../fields.ts'
import { isNumeric } from '../shown-units.ts'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { fieldLabel, valueText } from './field-words.ts'
import { showQuantity } from './quantity-text.ts'
import { StageMark } from './StageMark.tsx'
import { useCorps } from './use-corps.ts'
import type { SaveField } from './use-save-field.ts'
import './editable-field.css'

type Props = {
  name: string
  value: string | null
  mayEdit: boolean
  onSave: SaveField
  /** Shown while empty. */
  placeholder?: string
  /** Rounded for the eye; the editor opens with the exact number. */
  isBrief?: boolean
  /** Of the month alone is its history shown. */
  period?: string
}

/** A value that is edited where it stands: click or Enter opens it, Enter or leaving saves, Esc takes it back. */
export function EditableField({ name, value, mayEdit, onSave, placeholder, isBrief = false, period }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const [isEditing, setEditing] = useState(false)
  /** Shown at once, until the answer comes. */
  const [sent, setSent] = useState<{ to: string | null } | null>(null)
  const [problem, setProblem] = useState('')
  /** What was typed and not taken: the editor opens with it again, Esc gives it up. */
  const [untaken, setUntaken] = useState<{ to: string | null } | null>(null)
  /** A correction of reported months waits for its reason. */
  const [correcting, setCorrecting] = useState<{ to: string | null } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing])

  const field = fieldByKey.get(name)
  if (!field) return null
  const shown = sent ? sent.to : value

  async function save(to: string | null, reason?: string) {
    setEditing(false)
    setProblem('')
    setUntaken(null)
    setCorrecting(null)
    if (to === value) return
    if (reason === undefined && asksForReason(name, value, to, shanghaiDay(Date.now()))) {
      setCorrecting({ to })
      return
    }
    setSent({ to })
    const refused = await onSave(name, value, to, reason)
    setSent(null)
    if (!refused) return
    setProblem(refused)
    setUntaken({ to })
  }

  if (isEditing)
    return (
      <FieldEditor
        field={field}
        value={shown}
        untaken={untaken}
        onDone={(to) => void save(to)}
        onCancel={() => {
          setEditing(false)
          setUntaken(null)
          setProblem('')
        }}
      />
    )
  const content = <Shown field={field} value={shown} placeholder={placeholder} isBrief={isBrief} />
  return (
    <span
      className="zt-editable"
      data-saving={sent !== null || undefined}
      data-blank={shown === null || undefined}
    >
      {mayEdit && isEditable(field) ? (
        <button
          ref={button}
          type="button"
          title={t('edit.open', { field: fieldLabel(name, language) })}
          onClick={() => setEditing(true)}
        >
          {content}
          <span className="zt-unseen"> {t('edit.open', { field: fieldLabel(name, language) })}</span>
        </button>
      ) : (
        content
      )}
      {isEditable(field) && <HistoryButton name={name} period={period} />}
      {correcting && (
        <CorrectionDialog
          name={name}
          from={value}
          to={correcting.to}
          onSave={(reason) => void save(correcting.to, reason)}
          onClose={() => setCorrecting(null)}
        />
      )}
      {problem && (
        <span className="zt-editable-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

function Shown({
  field,
  value,
  placeholder,
  isBrief,
}: {
  field: Field
  value: string | null
  placeholder: string | undefined
  isBrief: boolean
}): ReactNode {
  const { language } = useLanguage()
  const corps = useCorps()
  if (field.key === 'light') return <Light light={value} />
  if (value === null) return <span className="zt-quiet">{placeholder ?? '—'}</span>
  if (field.kind === 'industry') return <IndustryName code={value} />
  if (field.key === 'stage') return <StageMark stage={value} />
  if (isBrief && isNumeric(field)) return showQuantity(value, field, language, { isBrief })
  return valueText(field, value, language, corps)
}
