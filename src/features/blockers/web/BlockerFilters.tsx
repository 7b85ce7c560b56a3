import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Choice, FilterBar } from '../../../web/ui/index.ts'
import { blockerKinds, kindWords } from '../kinds.ts'
import { blockerStates } from '../ladder.ts'
import type { Asked } from './asked.ts'

/** Whose, in which state, of what kind; level and corps are chosen in the table of counts. */
export function BlockerFilters({ asked }: { asked: Asked }) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const { setSearch } = useAddress()
  const whose = asked.waiting ? 'waiting' : asked.raised ? 'raised' : 'everybody'
  return (
    <FilterBar label={t('room')}>
      <Choice
        label={t('whose')}
        value={whose}
        options={(['everybody', 'waiting', 'raised'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(next) =>
          setSearch({
            waiting: next === 'waiting' ? 'me' : undefined,
            raised: next === 'raised' ? 'me' : undefined,
            ...(next === 'waiting' ? { state: undefined } : {}),
          })
        }
      />
      {!asked.waiting && (
        <Choice
          label={t('state')}
          value={asked.state ?? 'open'}
          options={blockerStates.map((value) => ({ value, label: t(value) }))}
          onChange={(next) => setSearch({ state: next === 'open' ? undefined : next })}
        />
      )}
      <select
        className="zt-blocker-kinds"
        aria-label={t('kind')}
        value={asked.kind ?? ''}
        onChange={(event) => setSearch({ kind: event.target.value || undefined })}
      >
        <option value="">{t('anyKind')}</option>
        {blockerKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind][language]}
          </option>
        ))}
      </select>
    </FilterBar>
  )
}
