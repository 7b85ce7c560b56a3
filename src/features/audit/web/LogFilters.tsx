import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { FilterBar } from '../../../web/ui/index.ts'
import { auditTexts } from './texts.ts'
import { useLogMembers } from './use-log.ts'

const kinds = Object.keys(auditTexts.zh.kind)
const keys = ['from', 'to', 'person', 'kind', 'record'] as const

/** Time, person, kind and record; kept in the address, so that a finding can be sent on. */
export function LogFilters() {
  const t = useWords('audit')
  const { search, setSearch } = useAddress()
  const members = useLogMembers()
  const set = (patch: Record<string, string | undefined>) => setSearch({ ...patch, open: undefined })
  const given = keys.some((key) => search[key])
  return (
    <FilterBar
      label={t('filters')}
      end={
        given && (
          <Button type="link" onClick={() => set(Object.fromEntries(keys.map((key) => [key, undefined])))}>
            {t('reset')}
          </Button>
        )
      }
    >
      {(['from', 'to'] as const).map((key) => (
        <div key={key} className="zt-log-day">
          <span className="zt-quiet">{t(key)}</span>
          <Input
            type="date"
            aria-label={t(key)}
            max="9998-12-31"
            value={search[key] ?? ''}
            onChange={(event) => set({ [key]: event.target.value || undefined })}
          />
        </div>
      ))}
      <Select
        className="zt-log-person"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('person')}
        placeholder={t('everybody')}
        value={search['person'] || null}
        onChange={(person: string | null) => set({ person: person ?? undefined })}
        options={(members.data?.items ?? []).map(({ id, name, login }) => ({
          value: id,
          label: `${name} ${login}`,
        }))}
      />
      <Select
        className="zt-log-kind"
        allowClear
        aria-label={t('kindLabel')}
        placeholder={t('everything')}
        value={search['kind'] || null}
        onChange={(kind: string | null) => set({ kind: kind ?? undefined })}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <RecordSearch
        key={search['record'] ?? ''}
        value={search['record'] ?? ''}
        onSearch={(record) => set({ record: record || undefined })}
      />
    </FilterBar>
  )
}

/** Sought when Enter is pressed: an input method types many letters before a word. */
function RecordSearch({ value, onSearch }: { value: string; onSearch: (record: string) => void }) {
  const t = useWords('audit')
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Input.Search
      className="zt-log-record"
      allowClear
      maxLength={200}
      aria-label={t('record')}
      placeholder={t('record')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(record) => onSearch(record.trim())}
    />
  )
}
