import { useState } from 'react'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import { Button, ErrorState, LoadingBar } from '../../../../web/ui/index.ts'
import type { DifferenceKind, MapDifference } from '../../differences-contract.ts'
import type { MapAsked } from '../map-address.ts'
import type { Open } from '../use-press.ts'
import { changeWords, differenceName } from './difference-words.ts'
import { useDifferences } from './use-differences.ts'

const atATime = 100
const mostAtOnce = 500

type DifferenceRowsProps = {
  kind: DifferenceKind
  since: string
  asked: MapAsked
  onShow: (bounds: readonly number[]) => void
  onOpen: Open
}

/** All that differ in one way: a press takes both maps there, and what still stands can be opened. */
export function DifferenceRows({ kind, since, asked, onShow, onOpen }: DifferenceRowsProps) {
  const t = useWords('map')
  const [limit, setLimit] = useState(atATime)
  const { unitId, chain } = asked
  const { data, error, refetch } = useDifferences({ since, unitId, chain, kind, limit })
  if (error) return <ErrorState quiet error={error} retry={() => void refetch()} />
  if (!data) return <LoadingBar />
  const left = data.total - data.items.length
  return (
    <>
      <ul className="zt-difference-rows">
        {data.items.map((item) => (
          <Row key={idOf(item)} item={item} onShow={onShow} onOpen={onOpen} />
        ))}
      </ul>
      {left > 0 &&
        (limit < mostAtOnce ? (
          <Button onClick={() => setLimit(Math.min(mostAtOnce, limit + atATime))}>
            {t('compare.more', { count: Math.min(left, atATime) })}
          </Button>
        ) : (
          <p className="zt-quiet">{t('compare.tooMany', { count: left })}</p>
        ))}
    </>
  )
}

const idOf = ({ before: [was], after: [is] }: MapDifference) => (was ?? is)?.id

function Row({
  item,
  onShow,
  onOpen,
}: { item: MapDifference } & Pick<DifferenceRowsProps, 'onShow' | 'onOpen'>) {
  const t = useWords('map')
  const { language } = useLanguage()
  const { bounds, changes, after } = item
  const [stands] = after
  const told = changes.map((change) => changeWords(change, language, t))
  return (
    <li>
      <button type="button" disabled={!bounds} onClick={() => bounds && onShow(bounds)}>
        <strong>{differenceName(item, t)}</strong>
        {told.map((words) => (
          <span key={words} className="zt-quiet">
            {words}
          </span>
        ))}
        {!bounds && <span className="zt-quiet">{t('noPlace')}</span>}
      </button>
      {stands && (
        <Button
          onClick={() => onOpen(item.of, stands.id)}
          aria-label={t('compare.openOne', { name: stands.label ?? t('unnamed') })}
        >
          {t('compare.open')}
        </Button>
      )}
    </li>
  )
}
