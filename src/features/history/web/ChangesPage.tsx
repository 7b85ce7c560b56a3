import { shanghaiDay } from '../../../shared/days.ts'
import { showMoney, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { CorpsTable } from './CorpsTable.tsx'
import { ProjectChanges } from './ProjectChanges.tsx'
import { useChanges, useSpan, usualSpans } from './use-changes.ts'
import './changes.css'

/** What is otherwise between two days: the zone, each corps, each project. */
export function ChangesPage() {
  const t = useWords('history')
  const span = useSpan()
  const answer = useChanges(span)
  const first = answer.data?.pages[0]
  return (
    <Page title={t('changes')} aside={t('dayEnd')}>
      <SpanFields />
      {span.from >= span.to && <EmptyState quiet title={t('wrongOrder')} />}
      {answer.isError && <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />}
      {answer.isLoading && <LoadingBar />}
      {first && span.from < span.to && (
        <>
          <p className="zt-changes-summary">
            {t('summary', {
              from: showNumber(first.zone.from.count),
              to: showNumber(first.zone.to.count),
              fromAmount: showMoney(first.zone.from.totalInvestment, { unit: '亿元' }),
              toAmount: showMoney(first.zone.to.totalInvestment, { unit: '亿元' }),
            })}
          </p>
          <CorpsTable zone={first.zone} corps={first.corps} />
          <ProjectChanges
            items={answer.data?.pages.flatMap((page) => page.items) ?? []}
            total={first.total}
            more={answer.hasNextPage ? () => void answer.fetchNextPage() : undefined}
          />
        </>
      )}
    </Page>
  )
}

function SpanFields() {
  const t = useWords('history')
  const { from, to, end, setSearch } = useSpan()
  const today = shanghaiDay(Date.now())
  const field = (key: 'from' | 'to', value: string) => (
    <label>
      {t(key)}{' '}
      <input
        type="date"
        max={today}
        value={value}
        onChange={({ target }) => target.value && target.validity.valid && setSearch({ [key]: target.value })}
      />
    </label>
  )
  return (
    <div className="zt-changes-span">
      {field('from', from)}
      {field('to', to)}
      <fieldset aria-label={t('choices')}>
        {usualSpans(end).map((span) => (
          <Button
            key={span.key}
            kind="quiet"
            aria-pressed={span.from === from && span.to === to}
            onClick={() => setSearch({ from: span.from, to: span.to })}
          >
            {t(span.key)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
