import { Input } from 'antd'
import { useState } from 'react'
import { foldForSearch } from '../../../engine/text/normalise.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Field, fields } from '../fields.ts'

export const fieldGroups = ['identity', 'amounts', 'people', 'stage', 'dates', 'progress'] as const

/** Found by its name in either language, or by another header that offices write over it. */
export function matchesField(field: Field, wanted: string) {
  const folded = foldForSearch(wanted)
  return (
    folded === '' ||
    [field.zh, field.en, ...field.aliases].some((name) => foldForSearch(name).includes(folded))
  )
}

/** A list of fields by group, usual ones first; typing narrows it to all that fit. */
export function FieldPicker({
  onPick,
  isPhone = false,
}: {
  onPick: (key: string) => void
  isPhone?: boolean
}) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const [wanted, setWanted] = useState('')
  const found = fields.filter((field) => (wanted.trim() === '' ? field.usual : matchesField(field, wanted)))
  return (
    <div className="zt-field-picker">
      <Input
        autoFocus={!isPhone}
        value={wanted}
        placeholder={t('filter.findField')}
        aria-label={t('filter.findField')}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          const first = found[0]
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first && wanted.trim() !== '')
            onPick(first.key)
        }}
      />
      <div className="zt-field-list">
        {fieldGroups.map((group) => {
          const own = found.filter((field) => field.group === group)
          if (own.length === 0) return null
          return (
            <section key={group} aria-label={t(`group.${group}`)}>
              <h3>{t(`group.${group}`)}</h3>
              {own.map((field) => (
                <button key={field.key} type="button" onClick={() => onPick(field.key)}>
                  {field[language]}
                </button>
              ))}
            </section>
          )
        })}
        {found.length === 0 && <p className="zt-quiet">{t('filter.noField', { text: wanted })}</p>}
      </div>
    </div>
  )
}
