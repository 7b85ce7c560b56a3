import { type FormEvent, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'

export type EditedField = {
  key: string
  label: string
  value: string | null
  figure?: boolean
  day?: boolean
  /** Cannot be taken away. */
  needed?: boolean
}
type EditedFactsProps = {
  label: string
  fields: readonly EditedField[]
  problem: string | undefined
  isBusy: boolean
  onSave: (changes: Record<string, string | null>) => void
}

/** Facts to be set right, folded away; only what was typed otherwise is sent, and an emptied field takes its value away. */
export function EditedFacts({ label, fields, problem, isBusy, onSave }: EditedFactsProps) {
  const t = useWords('buildings')
  const [typed, setTyped] = useState<Record<string, string>>({})
  const changes = fields.flatMap(({ key, value, figure, needed }) => {
    const text = typed[key]
      ?.normalize(figure ? 'NFKC' : 'NFC')
      .replace(figure ? /[,，\s]/g : /^\s+|\s+$/g, '')
    if (text === undefined || text === (value ?? '') || (text === '' && needed)) return []
    return [[key, text === '' ? null : text] as const]
  })
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (changes.length > 0) onSave(Object.fromEntries(changes))
  }
  return (
    <details className="zt-edited-facts">
      <summary>{label}</summary>
      <form className="zt-form" onSubmit={onSubmit}>
        {fields.map(({ key, label: name, value, figure, day }) => (
          <TextField
            key={key}
            label={name}
            {...(figure ? { inputMode: 'decimal' as const } : {})}
            {...(day ? { type: 'date' } : {})}
            value={typed[key] ?? value ?? ''}
            onChange={(text) => setTyped({ ...typed, [key]: text })}
          />
        ))}
        {problem && (
          <p className="zt-form-problem" role="alert">
            {problem}
          </p>
        )}
        <div>
          <Button kind="primary" type="submit" disabled={changes.length === 0 || isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
