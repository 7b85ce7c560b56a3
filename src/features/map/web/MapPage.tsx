import { useEffect, useMemo, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState, useTitle } from '../../../web/ui/index.ts'
import type { MapState } from '../contract.ts'
import { askedOf } from './map-address.ts'
import { NoDrawing } from './NoDrawing.tsx'
import { useMapState } from './use-map-data.ts'
import './map.css'

/** The renderer is fetched while the state of the map is asked for. */
const fetched = import('./MapStage.tsx')

/** Without a Suspense boundary, which holds back what has come for a third of a second. A failure is the page's. */
function useMapStage() {
  const [stage, setStage] = useState<Awaited<typeof fetched>>()
  const [problem, setProblem] = useState<Error>()
  useEffect(() => {
    fetched.then(setStage, setProblem)
  }, [])
  if (problem) throw problem
  return stage?.MapStage
}

/** The battle map 战图: the zone’s land and projects, live, in whatever view the address says. */
export function MapPage() {
  const t = useWords('map')
  const may = useMay()
  if (may('parcel:read')) return <MapRoom />
  return (
    <Page title={t('room')}>
      <RefusedState />
    </Page>
  )
}

function MapRoom() {
  const t = useWords('map')
  const { search } = useAddress()
  const text = JSON.stringify(search)
  const asked = useMemo(() => askedOf(JSON.parse(text) as Record<string, string>), [text])
  const { data, error, refetch } = useMapState()
  const MapStage = useMapStage()
  const [hasFailed, setFailed] = useState(false)
  // Another day asks for everything anew; what is drawn stays until the answer comes.
  const known = useRef<MapState>(undefined)
  if (data) known.current = data
  useTitle(t('room'))
  const state = data ?? known.current
  if (error && !state)
    return (
      <Page title={t('room')}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (hasFailed) return <NoDrawing asked={asked} />
  return (
    <div className="zt-map zt-fills">
      <h1 className="zt-unseen">{t('room')}</h1>
      {state && MapStage ? (
        <MapStage asked={asked} state={state} onFail={() => setFailed(true)} />
      ) : (
        <LoadingBar />
      )}
    </div>
  )
}
