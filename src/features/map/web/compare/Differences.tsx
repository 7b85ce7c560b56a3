import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { shanghaiDay } from '../../../../shared/days.ts'
import { showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { useMay } from '../../../../web/session.tsx'
import { DownIcon, EmptyState, ErrorState, LoadingBar, UpIcon } from '../../../../web/ui/index.ts'
import { type DifferenceGroup, type DifferenceKind, parcelKinds } from '../../differences-contract.ts'

type DifferencesProps = {
  since: string
  /** The day that is looked at; undefined is today. */
  day: string | undefined
  groups: readonly DifferenceGroup[] | undefined
  error: unknown
  onRetry: () => void
  isStale: boolean
  opened: DifferenceKind | undefined
  onToggle: (kind: DifferenceKind) => void
  /** What the opened kind unfolds to. */
  children: ReactNode
}

/** What differs between the two days, counted exactly; each count opens what it counts and outlines that alone. */
export function Differences(props: DifferencesProps) {
  const { since, day, groups, error, onRetry, isStale, opened, onToggle, children } = props
  const t = useWords('map')
  const may = useMay()
  const tooMany = groups?.filter(({ marks }) => marks === null) ?? []
  return (
    <div className="zt-differences-body">
      {isStale && <LoadingBar />}
      {error !== null && <ErrorState quiet error={error} retry={onRetry} />}
      {!groups && error === null && <LoadingBar />}
      {groups?.length === 0 && <EmptyState quiet title={t('compare.nothing')} />}
      <ul>
        {groups?.map(({ kind, count }) => (
          <li key={kind} data-of={(parcelKinds as readonly string[]).includes(kind) ? 'parcel' : 'project'}>
            <button type="button" aria-expanded={kind === opened} onClick={() => onToggle(kind)}>
              <span>{t(`compare.kind.${kind}`)}</span>
              <span className="zt-number">{showNumber(count)}</span>
              {kind === opened ? <UpIcon /> : <DownIcon />}
            </button>
            {kind === opened && children}
          </li>
        ))}
      </ul>
      {tooMany.length > 0 && (
        <p className="zt-quiet">
          {t('compare.notMarked', {
            kinds: tooMany.map(({ kind }) => t(`compare.kind.${kind}`)).join(t('compare.and')),
          })}
        </p>
      )}
      {may('project:read') && (
        <p className="zt-quiet">
          <Link to="/changes" search={{ from: since, to: day ?? shanghaiDay(Date.now()) } as never}>
            {t('compare.inLedger')}
          </Link>
        </p>
      )}
    </div>
  )
}
