import { fields } from '../../projects/fields.ts'
import type { LogEntry } from '../contract.ts'

type Say = (key: string, values?: Record<string, string | number>) => string

/** What an entry was about: `项目「龙湖储能基地」修改`, or what an event says of itself. */
export function subjectWords(t: Say, { entity, name, operation }: LogEntry): string {
  const what = entity ? t(`entity.${entity}`, { defaultValue: entity }) : ''
  return [what, name, operation && t(`operation.${operation}`)].filter(Boolean).join(' · ')
}

/** The particulars of an event in one line. */
export function detailWords(t: Say, { kind, detail, cause }: LogEntry): string {
  const text = (key: string) => String(detail[key] ?? '')
  if (kind === 'signInFailed') return t(`detail.${text('reason')}`, { typed: text('typed') })
  if (kind === 'lockedOut') return t('detail.lockedFor', { minutes: text('minutes') })
  if (kind === 'signIn' && detail['factor'])
    return t(detail['factor'] === 'recovery' ? 'detail.withRecovery' : 'detail.withCode')
  if (kind === 'sessionsEnded') {
    const how = `detail.${text('because') || (detail['screen'] ? 'screen' : 'ended')}`
    const words = t(how, { ended: text('ended'), screen: text('screen') })
    return [words, text('reason')].filter(Boolean).join(' · ')
  }
  if (kind === 'wallOpened') return t('detail.screenUntil', { screen: text('screen'), until: text('until') })
  if (kind === 'signOut' && detail['screen']) return t('detail.screen', { screen: text('screen') })
  if (kind === 'passwordSet' || kind === 'secondFactorReset')
    return detail['by'] === 'command' ? t('detail.command') : text('reason')
  if (kind === 'clockSetBack') return t('detail.clock', { minutes: text('minutes') })
  if (kind === 'export' && detail['rows'] !== undefined)
    return t('detail.exported', {
      rows: text('rows'),
      filter: filterWords(detail['filter']) || t('detail.noFilter'),
    })
  if (kind === 'sensitiveRead') {
    if (detail['contact']) return t('detail.contact', { reason: text('reason') })
    return detail['fileName'] ? t('detail.paper', { fileName: text('fileName') }) : t('detail.unsigned')
  }
  if (kind === 'verified')
    return detail['fault']
      ? t('detail.notWhole')
      : t('detail.whole', { seals: text('seals'), records: text('records') })
  return cause ? t(`cause.${cause}`, { defaultValue: cause }) : ''
}

const filterWords = (filter: unknown) =>
  Object.entries((filter ?? {}) as Record<string, unknown>)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')

/** A column as the ledger calls it, where it is one of its own. */
export function columnWords(t: Say, language: 'zh' | 'en', entity: string, column: string): string {
  const field = fieldOf(entity, column)
  return field ? field[language] : t(`columns.${column}`, { defaultValue: column })
}

/** A value as people read it: the word of a choice, the rest as it is kept. */
export function valueWords(
  t: Say,
  language: 'zh' | 'en',
  entity: string,
  column: string,
  value: string | null,
) {
  if (value === null || value === '') return '—'
  if (column === 'role') return t(`organisation:role.${value}`, { defaultValue: value })
  const choice = fieldOf(entity, column)?.choices?.find((one) => one.value === value)
  return choice ? choice[language] : value
}

const fieldOf = (entity: string, column: string) =>
  fields.find(({ store }) => store.in === entity && 'column' in store && store.column === column)
