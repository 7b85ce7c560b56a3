import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Page } from '../../../web/ui/index.ts'
import type { MapAsked } from './map-address.ts'
import { ParcelList } from './ParcelList.tsx'
import { ParcelOnMap } from './ParcelOnMap.tsx'

/** Where no map can be drawn: says so plainly, and gives the parcels as a list. */
export function NoDrawing({ asked }: { asked: MapAsked }) {
  const t = useWords('map')
  const { setSearch } = useAddress()
  return (
    <Page
      title={t('room')}
      panel={
        asked.parcelId && (
          <ParcelOnMap
            key={asked.parcelId}
            id={asked.parcelId}
            onClose={() => setSearch({ parcel: undefined })}
          />
        )
      }
    >
      <p>{t('noDrawing')}</p>
      <ParcelList asked={asked} within={asked.within} onOpen={(id) => setSearch({ parcel: id })} />
    </Page>
  )
}
