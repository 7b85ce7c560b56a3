import { Fragment } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { BuildingDetail, Floor } from '../contract.ts'
import { showLevel } from '../model/levels.ts'
import { FloorFacts } from './FloorFacts.tsx'
import { RoomBox } from './RoomBox.tsx'
import './state-mark.css'
import './stack.css'

type StackPictureProps = { building: BuildingDetail; chosen: string | undefined }

/** The floors as they stand, from the top down: each room as wide as its share of its floor. */
export function StackPicture({ building, chosen }: StackPictureProps) {
  const t = useWords('buildings')
  const { floors } = building
  const firstBelow = floors.findIndex(({ level }) => level < 0)
  return (
    <section className="zt-stack" aria-label={t('stack')}>
      {floors.map((floor, at) => (
        <Fragment key={floor.id}>
          {at === firstBelow && at > 0 && (
            <div className="zt-stack-ground">
              <span>{t('ground')}</span>
            </div>
          )}
          <FloorRow building={building} floor={floor} chosen={chosen} />
        </Fragment>
      ))}
      {firstBelow < 0 && (
        <div className="zt-stack-ground">
          <span>{t('ground')}</span>
        </div>
      )}
    </section>
  )
}

function FloorRow({ building, floor, chosen }: StackPictureProps & { floor: Floor }) {
  const t = useWords('buildings')
  const { rooms } = floor
  return (
    <div className="zt-stack-floor" data-below={floor.level < 0 || undefined}>
      <div className="zt-stack-level">
        <b>{showLevel(floor.level)}</b>
        <FloorFacts building={building} floor={floor} />
      </div>
      <ul className="zt-stack-rooms" aria-label={t('floorNamed', { floor: showLevel(floor.level) })}>
        {rooms.map((room) => (
          <li key={room.id} style={{ flexGrow: Number(room.areaM2) }}>
            <RoomBox room={room} isChosen={room.id === chosen} />
          </li>
        ))}
        {rooms.length === 0 && <li className="zt-quiet">{t('noRoomsHere')}</li>}
      </ul>
    </div>
  )
}
