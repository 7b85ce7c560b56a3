import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { foldForSearch } from '../../../engine/text/normalise.ts'
import type { Static } from '../../../shared/schema.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { ErrorState } from '../../../web/ui/index.ts'
import type { Groups } from '../contract.ts'
import { type Field, isEditable } from '../fields.ts'
import { withoutField } from './field-filter.ts'
import { valueText } from './field-words.ts'
import { getCancelling } from './ledger-fetch.ts'
import { askOf } from './ledger-query.ts'
import type { LedgerState } from './ledger-state.ts'
import { useCorps } from './use-corps.ts'

const listedAtOnce = 200

type Props = { field: Field; state: LedgerState; values: string[]; onChange: (values: string[]) => void }

/** The values that the ledger holds under the other conditions, each with its count, to be ticked as in Excel. */
export function ValueList({ field, state, values, onChange }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const [wanted, setWanted] = useState('')
  const { q, where, within } = askOf({ ...state, where: withoutField(state.where, field.key) })
  const answer = useQuery({
    queryKey: ['ledger', 'values', field.key, { q, where, within }],
    queryFn: ({ signal }) =>
      getCancelling<Static<typeof Groups>>(
        '/ledger/groups',
        { q, where, within, by: field.key, sort: field.key },
        signal,
      ),
    staleTime: 30_000,
  })
  const counts = new Map(
    (answer.data?.items ?? []).flatMap(({ value, count }) =>
      value === null ? [] : [[value, count] as const],
    ),
  )
  const known =
    field.kind === 'choice' && isEditable(field)
      ? (field.choices ?? []).map((choice) => choice.value)
      : field.kind === 'corps'
        ? corps.items.map(({ id }) => id)
        : []
  const all = [...new Set([...known, ...counts.keys(), ...values])]
  const folded = foldForSearch(wanted)
  const found = all.filter(
    (value) => folded === '' || foldForSearch(valueText(field, value, language, corps)).includes(folded),
  )
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])

  if (answer.isError) return <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />
  return (
    <>
      {all.length > 15 && (
        <Input
          autoFocus
          value={wanted}
          placeholder={t('filter.findValue')}
          aria-label={t('filter.findValue')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className="zt-values" aria-label={t('filter.values')}>
        {found.slice(0, listedAtOnce).map((value) => (
          <li key={value}>
            <Checkbox checked={values.includes(value)} onChange={() => toggle(value)}>
              {valueText(field, value, language, corps)}
            </Checkbox>
            <span className="zt-quiet">{answer.data ? (counts.get(value) ?? 0) : ''}</span>
          </li>
        ))}
      </ul>
      {found.length > listedAtOnce && (
        <p className="zt-condition-hint">{t('filter.tooManyValues', { count: found.length })}</p>
      )}
      {answer.data && all.length === 0 && <p className="zt-condition-hint">{t('filter.noValues')}</p>}
    </>
  )
}
