import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { WallLink } from '../../wall/web/WallLink.tsx'
import { monthsOf } from '../model/cell.ts'
import { battleAsked, cellAddress, cellAsked, isNarrowed, stepFrom } from './asked.ts'
import { BattleCards } from './BattleCards.tsx'
import { BattleFilters } from './BattleFilters.tsx'
import { CellPanel } from './CellPanel.tsx'
import { ChartTabs } from './ChartTabs.tsx'
import { Legend } from './Legend.tsx'
import { type Notice, NoticeContext } from './notice.ts'
import { StatusLine } from './StatusLine.tsx'
import { BattleTable } from './table/BattleTable.tsx'
import { useBattle } from './use-battle.ts'
import './charts.css'

/** The battle chart 作战进度图: what each project gets done in each month, and where it slips. */
export function BattlePage() {
  const t = useWords('charts')
  const may = useMay()
  if (may('project:read')) return <BattleRoom />
  return (
    <Page title={t('battle')}>
      <RefusedState />
    </Page>
  )
}

function BattleRoom() {
  const t = useWords('charts')
  const isPhone = usePhone()
  const { search, setSearch } = useAddress()
  const text = JSON.stringify(battleAsked(search))
  const asked = useMemo(() => JSON.parse(text) as ReturnType<typeof battleAsked>, [text])
  const battle = useBattle(asked)
  const unitName = useUnitNames()
  const [notice, setNotice] = useState<Notice>()
  const say = useCallback((kind: Notice['kind'], told: string) => setNotice({ kind, text: told }), [])
  const clear = useCallback(() => setNotice(undefined), [])
  const notices = useMemo(() => ({ notice, say, clear }), [notice, say, clear])
  const onDetails = useCallback(
    (projectId: string, month: string) => setSearch({ cell: cellAddress(projectId, month) }),
    [setSearch],
  )
  const groupName = (value: string | null) =>
    value === null
      ? t(asked.group === 'corps' ? 'noCorps' : 'noChain')
      : asked.group === 'corps'
        ? unitName(value)
        : value
  const { chart, error } = battle
  const cell = cellAsked(search)
  const row = cell && chart && monthsOf(chart).includes(cell.month) ? battle.find(cell.projectId) : undefined
  const close = () => setSearch({ cell: undefined })
  return (
    <NoticeContext value={notices}>
      <Page
        full={!isPhone}
        title={t('battle')}
        aside={chart && t('counted', chart.counts)}
        actions={!isPhone && <WallLink look="words" />}
        tabs={<ChartTabs />}
        panel={
          cell &&
          chart && <CellPanel key={search['cell']} {...cell} row={row} today={chart.today} onClose={close} />
        }
      >
        {battle.isFetching && <LoadingBar />}
        {error && <ErrorState error={error} retry={battle.refetch} quiet={chart !== undefined} />}
        {chart && (
          <div className="zt-chart-room">
            <div className="zt-chart-bars">
              <BattleFilters asked={asked} chart={chart} isPhone={isPhone} onPrint={() => void print()} />
              <Legend />
            </div>
            {chart.nearest && <Elsewhere month={chart.nearest} />}
            {chart.total === 0 ? (
              <Nothing isNarrowed={isNarrowed(asked)} />
            ) : isPhone ? (
              <BattleCards battle={battle} chart={chart} groupName={groupName} onDetails={onDetails} />
            ) : (
              <BattleTable
                key={text}
                battle={battle}
                chart={chart}
                groupName={groupName}
                onDetails={onDetails}
              />
            )}
            {!isPhone && <StatusLine />}
          </div>
        )}
      </Page>
    </NoticeContext>
  )

  async function print() {
    await battle.all()
    window.print()
  }
}

function Nothing({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = useWords('charts')
  if (narrowed) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <EmptyState title={t('nothing')} action={<Link to="/ledger">{t('toLedger')}</Link>}>
      {t('nothingText')}
    </EmptyState>
  )
}

function Elsewhere({ month }: { month: string }) {
  const t = useWords('charts')
  const { setSearch } = useAddress()
  return (
    <p className="zt-chart-elsewhere">
      {t('nothingHere')}{' '}
      <Button kind="quiet" onClick={() => setSearch({ from: stepFrom(month, -11) })}>
        {t('lookThere', { month })}
      </Button>
    </p>
  )
}
