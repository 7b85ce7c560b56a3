import { useLanguage } from '../../../web/i18n/index.ts'
import { KeyValue } from '../../../web/ui/index.ts'
import type { LedgerRow } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { EditableField } from './EditableField.tsx'
import { fieldLabel } from './field-words.ts'
import { OverWhole } from './OverWhole.tsx'
import { rowValue } from './row-value.ts'
import { useSaveField } from './use-save-field.ts'

/** Fields of a project as label and value, each edited where it stands. */
export function FieldList({
  row,
  keys,
  mayEdit,
}: {
  row: LedgerRow
  keys: readonly string[]
  mayEdit: boolean
}) {
  const { language } = useLanguage()
  const save = useSaveField(row.id)
  return (
    <KeyValue
      columns={1}
      items={keys.map((key) => ({
        key,
        label: fieldLabel(key, language),
        wide: fieldByKey.get(key)?.kind === 'longText',
        value: (
          <>
            <EditableField name={key} value={rowValue(row, key)} mayEdit={mayEdit} onSave={save} />
            <OverWhole row={row} name={key} />
          </>
        ),
      }))}
    />
  )
}
