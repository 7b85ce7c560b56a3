import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { TextField } from '../../../web/ui/index.ts'
import { readLevel, showLevel } from '../model/levels.ts'

type FloorFieldProps = {
  /** Of the floors that there are, from the top down. */
  levels: readonly number[]
  level: number | undefined
  onChange: (level: number | undefined) => void
}

/** A floor of the building, or one that is written as people write floors. */
export function FloorField({ levels, level, onChange }: FloorFieldProps) {
  const t = useWords('buildingActs')
  const [isNew, setNew] = useState(levels.length === 0)
  const [typed, setTyped] = useState('')
  function onPick(value: string) {
    setNew(value === '')
    onChange(value === '' ? readLevel(typed) : Number(value))
  }
  const isUnread = typed.trim() !== '' && level === undefined
  return (
    <>
      {levels.length > 0 && (
        <label className="zt-field">
          <span>{t('onFloor')}</span>
          <select value={isNew ? '' : level} onChange={(event) => onPick(event.target.value)}>
            {levels.map((one) => (
              <option key={one} value={one}>
                {showLevel(one)}
              </option>
            ))}
            <option value="">{t('newFloor')}</option>
          </select>
        </label>
      )}
      {isNew && (
        <TextField
          label={t('level')}
          hint={isUnread ? t('levelUnread', { value: typed.trim() }) : t('levelHint')}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            onChange(readLevel(text))
          }}
        />
      )}
    </>
  )
}
