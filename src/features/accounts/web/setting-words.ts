import type { Words } from '../../../web/i18n/index.ts'
import type { Setting, Settings } from '../model/settings.ts'

/** A value with its unit, as people read it. */
export function settingValueWords(t: Words, { key, kind }: Setting, values: Settings): string {
  const value = values[key]
  if (kind === 'switch') return t(value ? 'on' : 'off')
  if (kind === 'factor') return t(`factor.${value}`)
  if (key === 'maxAgeDays' && value === 0) return t('never')
  if (key === 'wallDays' && value === 0) return t('notAllowed')
  if (key === 'history' && value === 0) return t('none')
  return `${value} ${t(`unit.${key}`)}`
}
