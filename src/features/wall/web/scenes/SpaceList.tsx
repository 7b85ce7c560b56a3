import { Fragment } from 'react'
import { showArea } from '../../../../web/format.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import { parcelStatusWords, spaceLeft } from '../../../spaces/statuses.ts'
import type { Marks } from '../use-marks.ts'
import type { Land, WallFigures } from '../use-wall-figures.ts'

const listedShown = 2
/** The widest bar, its padding and letters, in pixels of 1920 × 1080: what is narrower than its word carries none. */
const [barWidth, padding, hanWidth, latinWidth] = [610, 26, 24, 13.5]
const fits = (word: string, share: number) =>
  [...word].reduce((sum, letter) => sum + (letter > '\u00ff' ? hanWidth : latinWidth), padding) <
  share * barWidth

/** What each corps has left, to one scale, and which of its parcels are being offered. */
export function SpaceList({ figures, marks }: { figures: WallFigures; marks: Marks }) {
  const t = useWords('wall')
  const rows = figures.corps.filter(({ space }) => space.length > 0)
  const widest = Math.max(1, ...rows.map(({ space }) => leftOf(space)))
  if (rows.length === 0) return <p className="zt-wall-none">{t('noSpace')}</p>
  return (
    <ul className="zt-wall-tasks zt-wall-space" data-many={rows.length > 5 || undefined}>
      {rows.map(({ id, name, space, spaceM2 }) => (
        <li key={id} data-marked={marks.has(`corps ${id} left`) || undefined}>
          <h2>{name}</h2>
          <Bar space={space} widest={widest} />
          <p className="zt-wall-count">
            <b>{showArea(spaceM2, { digits: 0 })}</b> {t('unit.mu')}
          </p>
          <Listed parcels={figures.listed.filter(({ unitId }) => unitId === id)} />
        </li>
      ))}
    </ul>
  )
}

const leftOf = (space: readonly Land[]) =>
  spaceLeft.reduce((sum, status) => sum + Number(space.find(({ key }) => key === status)?.areaM2 ?? 0), 0)

function Bar({ space, widest }: { space: readonly Land[]; widest: number }) {
  const { language } = useLanguage()
  return (
    <p className="zt-wall-bar">
      {spaceLeft.map((status) => {
        const share = Number(space.find((own) => own.key === status)?.areaM2 ?? 0) / widest
        if (share === 0) return null
        return (
          <span key={status} data-status={status} style={{ inlineSize: `${100 * share}%` }}>
            {fits(parcelStatusWords[status][language], share) && parcelStatusWords[status][language]}
          </span>
        )
      })}
    </p>
  )
}

function Listed({ parcels }: { parcels: WallFigures['listed'] }) {
  const t = useWords('wall')
  if (parcels.length === 0) return null
  return (
    <ul>
      <li>
        {t('listed')}
        {parcels.slice(0, listedShown).map(({ id, number, name, areaM2 }) => (
          <Fragment key={id}>
            <b>{name ?? number ?? t('map:unnamed')}</b>
            {showArea(areaM2, { digits: 0 })} {t('unit.mu')}
          </Fragment>
        ))}
        {parcels.length > listedShown && (
          <span className="zt-wall-rest">{t('moreListed', { count: parcels.length - listedShown })}</span>
        )}
      </li>
    </ul>
  )
}
