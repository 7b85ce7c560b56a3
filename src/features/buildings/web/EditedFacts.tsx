import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import { type FactField, FactFields, sentOf, type Typed } from './FactFields.tsx'

export type EditedField = FactField & {
  value: string | null
  /** Cannot be taken away. */
  needed?: boolean
}
type EditedFactsProps = {
  label: string
  fields: readonly EditedField[]
  problem: string | undefined
  isBusy: boolean
  /** What else was typed otherwise, by fields of its own; undefined while it cannot be read. */
  beside?: { changes: object | undefined; fields: ReactNode }
  onSave: (changes: Record<string, string | null>) => void
}

/** Facts to be set right, folded away; only what was typed otherwise is sent, and an emptied field takes its value away. */
export function EditedFacts({ label, fields, problem, isBusy, beside, onSave }: EditedFactsProps) {
  const t = useWords('buildings')
  const [typed, setTyped] = useState<Typed>({})
  const changes = fields.flatMap((field) => {
    const text = typed[field.key]
    const sent = text === undefined ? field.value : sentOf(field, text)
    return sent === field.value || (sent === null && field.needed) ? [] : [[field.key, sent] as const]
  })
  const more = beside ? beside.changes : {}
  const isReady = more !== undefined && changes.length + Object.keys(more).length > 0
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isReady) onSave({ ...Object.fromEntries(changes), ...more })
  }
  return (
    <details className="zt-edited-facts">
      <summary>{label}</summary>
      <form className="zt-form" onSubmit={onSubmit}>
        <FactFields
          fields={fields}
          textOf={({ key, value }) => typed[key] ?? value ?? ''}
          onType={(key, text) => setTyped({ ...typed, [key]: text })}
        />
        {beside?.fields}
        {problem && (
          <p className="zt-form-problem" role="alert">
            {problem}
          </p>
        )}
        <div>
          <Button kind="primary" type="submit" disabled={!isReady || isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
