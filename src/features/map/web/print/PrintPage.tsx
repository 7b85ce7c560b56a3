import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useAddress } from '../../../../web/address.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { drawingLimits } from '../../../../web/map/canvas-window.ts'
import { useMay } from '../../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../../web/ui/index.ts'
import { useMapState } from '../use-map-data.ts'
import { PrintRoom } from './PrintRoom.tsx'
import { planOf } from './plan.ts'
import { printAskedOf } from './print-address.ts'
import './print.css'

/** The battle map on paper: the map as it was left, on a sheet as it will be. */
export function PrintPage() {
  const t = useWords('print')
  const may = useMay()
  const { search } = useAddress()
  return (
    <Page
      title={t('room')}
      actions={
        <Link to="/map" search={mapSearch(search) as never}>
          {t('back')}
        </Link>
      }
    >
      {may('parcel:read') && may('export:create') ? <Asked /> : <RefusedState />}
    </Page>
  )
}

/** Of the address, what the map itself knows. */
const mapSearch = ({ paper, turn, dpi, scale, title, without, sight, ...map }: Record<string, string>) => map

function Asked() {
  const t = useWords('print')
  const { search } = useAddress()
  const text = JSON.stringify(search)
  const asked = useMemo(() => printAskedOf(JSON.parse(text) as Record<string, string>), [text])
  const [limits] = useState(drawingLimits)
  const { data: state, error, refetch } = useMapState()
  if (!limits) return <EmptyState title={t('cannotDraw')}>{t('cannotDrawText')}</EmptyState>
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!state) return <LoadingBar />
  const plan = planOf(asked, state)
  if (!plan) return <EmptyState title={t('map:nothing')}>{t('map:nothingText')}</EmptyState>
  return <PrintRoom asked={asked} state={state} plan={plan} limits={limits} />
}
