import { Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { type ParcelImport, parcelFields } from '../import-contract.ts'
import type { ReadingChange } from './ReadingChoices.tsx'

type FieldChoicesProps = { file: ParcelImport; onChange: ReadingChange | undefined }

/** Which attribute of the file becomes which fact of a parcel, with a value of it. */
export function FieldChoices({ file: { reading }, onChange }: FieldChoicesProps) {
  const t = useWords('parcelImports')
  const options = reading.attributes.map(({ name }) => ({ value: name, label: name }))
  const sampleOf = (name: string | null | undefined) =>
    reading.attributes.find((attribute) => attribute.name === name)?.sample
  return (
    <fieldset className="zt-reading-fields">
      <legend>{t('fields.title')}</legend>
      {options.length === 0 && <p className="zt-quiet">{t('fields.none')}</p>}
      {options.length > 0 &&
        parcelFields.map((field) => {
          const name = reading.fields[field] ?? null
          const sample = sampleOf(name)
          return (
            <div key={field} className="zt-reading-line">
              <span className="zt-reading-label">{t(`fields.${field}`)}</span>
              <div>
                <Select
                  aria-label={t('fields.from', { field: t(`fields.${field}`) })}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  disabled={onChange === undefined}
                  value={name ?? ''}
                  options={[{ value: '', label: t('fields.unread') }, ...options]}
                  onChange={(value) => onChange?.({ fields: { [field]: value || null } })}
                />
                {sample && (
                  <span className="zt-quiet zt-reading-sample">{t('fields.sample', { sample })}</span>
                )}
              </div>
            </div>
          )
        })}
    </fieldset>
  )
}
