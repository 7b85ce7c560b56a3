import { type ReactNode, useState } from 'react'
import { useAddress } from '../../../../web/address.ts'
import { showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { Button, CloseIcon, DownIcon, UpIcon } from '../../../../web/ui/index.ts'
import type { MapAsked } from '../map-address.ts'
import type { Open } from '../use-press.ts'
import { DifferenceRows } from './DifferenceRows.tsx'
import { Differences } from './Differences.tsx'
import type { Compare } from './use-compare.ts'
import './compare.css'

type CompareColumnProps = {
  compare: Compare & { then: string }
  asked: MapAsked
  day: string | undefined
  isPhone: boolean
  onShow: (bounds: readonly number[]) => void
  onOpen: Open
  /** On the phone the filters, which have no other place there. */
  children?: ReactNode
}

/** Beside two maps at the desk, below them on the phone: what differs between their days. */
export function CompareColumn(props: CompareColumnProps) {
  const { compare, asked, day, isPhone, onShow, onOpen, children } = props
  const t = useWords('map')
  const { setSearch } = useAddress()
  const [isUnfolded, setUnfolded] = useState(false)
  const { then, groups, total, isStale, error, retry, toggle } = compare
  const isOpen = !isPhone || isUnfolded
  const end = () => setSearch({ vs: undefined, differs: undefined })
  const days = t('compare.days', { from: then, to: day ?? t('frame:asOfToday') })
  const count = total === undefined ? '' : showNumber(total)
  return (
    <section className="zt-compare" data-open={isOpen || undefined} aria-label={t('compare.title')}>
      <header>
        {isPhone ? (
          <button type="button" aria-expanded={isOpen} onClick={() => setUnfolded(!isOpen)}>
            <h2>{t('compare.title')}</h2>
            <span className="zt-quiet">{count}</span>
            {isOpen ? <DownIcon /> : <UpIcon />}
          </button>
        ) : (
          <h2>
            {t('compare.title')} <span className="zt-quiet">{count}</span>
          </h2>
        )}
        <Button kind="icon" aria-label={t('compare.end')} title={t('compare.end')} onClick={end}>
          <CloseIcon />
        </Button>
      </header>
      {isOpen && (
        <div className="zt-compare-body">
          <p className="zt-quiet">{days}</p>
          <Differences
            since={then}
            day={day}
            groups={groups}
            error={error}
            onRetry={retry}
            isStale={isStale}
            opened={asked.differs}
            onToggle={toggle}
          >
            {asked.differs && (
              <DifferenceRows
                kind={asked.differs}
                since={then}
                asked={asked}
                onShow={onShow}
                onOpen={onOpen}
              />
            )}
          </Differences>
          {children}
        </div>
      )}
    </section>
  )
}
