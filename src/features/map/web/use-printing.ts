import { useAddress } from '../../../web/address.ts'
import { boxOf, type MapLibre } from '../../../web/map/start-map.ts'
import { useMay } from '../../../web/session.tsx'
import { boxText } from './print/print-address.ts'

/** Takes the map as it is to the page that puts it on paper; undefined for those who may take nothing out of the house. */
export function usePrinting(map: MapLibre | undefined): (() => void) | undefined {
  const may = useMay()
  const { search, navigate } = useAddress()
  if (!map || !may('export:create')) return undefined
  return () => {
    const { show: _list, ...asked } = search
    void navigate({ to: '/map/print', search: { ...asked, sight: boxText(boxOf(map)) } as never })
  }
}
