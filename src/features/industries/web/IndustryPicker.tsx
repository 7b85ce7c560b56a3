import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Industry } from '../contract.ts'
import { industryPath, industryTitle } from './industry-words.ts'
import { useIndustry, useIndustrySearch } from './use-industries.ts'
import './industries.css'

type Props = {
  value: string | null
  label: string
  onPick: (code: string | null) => void
  /** Left without a choice. */
  onLeave?: () => void
  /** Opened at once, as where it takes the place of a value. */
  isOpened?: boolean
  size?: 'small' | 'middle'
  disabled?: boolean
}

const looksLikeCode = /^[a-t]?\s*\d{2,4}$/i
const moreKey = ' more'

/** Finds an industry by code, name or pinyin as it is typed; arrows and Enter choose. A code that is none may stay. */
export function IndustryPicker({
  value,
  label,
  onPick,
  onLeave,
  isOpened,
  size = 'middle',
  disabled,
}: Props) {
  const t = useWords('industries')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useIndustrySearch(q)
  const current = useIndustry(value)
  const found = data?.items ?? []
  const left = (data?.total ?? 0) - found.length
  const options = [
    ...found.map((industry) => ({ value: industry.code, label: <Line industry={industry} /> })),
    ...(left > 0 ? [{ value: moreKey, label: t('more', { count: left }), disabled: true }] : []),
    ...(data && found.length === 0 && looksLikeCode.test(q)
      ? [{ value: q, label: t('asWritten', { text: q }) }]
      : []),
  ]
  return (
    <Select
      className="zt-industry-picker"
      classNames={{ popup: { root: 'zt-industry-list' } }}
      size={size}
      autoFocus={isOpened ?? false}
      defaultOpen={isOpened ?? false}
      disabled={disabled ?? false}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      aria-label={label}
      placeholder={t('find')}
      value={value}
      labelRender={() => (current ? industryTitle(current) : value)}
      popupMatchSelectWidth={false}
      options={options}
      notFoundContent={isFetching ? t('searching') : t('none', { text: q })}
      onSelect={(code: string) => onPick(code)}
      onClear={() => onPick(null)}
      onBlur={() => onLeave?.()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    />
  )
}

function Line({ industry }: { industry: Industry }) {
  return (
    <span className="zt-industry-line">
      <span>{industryTitle(industry)}</span>
      {industry.path.length > 0 && <span className="zt-industry-path">{industryPath(industry.path)}</span>}
    </span>
  )
}
