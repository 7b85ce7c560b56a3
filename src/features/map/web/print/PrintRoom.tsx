import { useMemo, useRef, useState } from 'react'
import { shanghaiMinute } from '../../../../shared/days.ts'
import { useAsOf } from '../../../../web/as-of.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import type { DrawingLimits } from '../../../../web/map/canvas-window.ts'
import { readPaperPalette } from '../../../../web/map/palette.ts'
import { useSession } from '../../../../web/session.tsx'
import { ErrorState, LoadingBar } from '../../../../web/ui/index.ts'
import type { Legend, MapState, Print } from '../../contract.ts'
import { useLegend } from '../use-map-data.ts'
import { useMapWords } from '../use-map-look.ts'
import { legendLines } from './legend-lines.ts'
import { PaperSheet } from './PaperSheet.tsx'
import { canBeDrawn, PrintChoices } from './PrintChoices.tsx'
import type { Plan } from './plan.ts'
import type { PrintAsked } from './print-address.ts'
import { Sheet } from './Sheet.tsx'
import type { SheetContent } from './sheet-content.ts'
import { dateWords, filterWords, proposedTitle, traceWords } from './sheet-words.ts'
import { TakeOut } from './TakeOut.tsx'
import { useMaking } from './use-making.ts'
import { usePreview } from './use-preview.ts'

type PrintRoomProps = { asked: PrintAsked; state: MapState; plan: Plan; limits: DrawingLimits }

export function PrintRoom({ asked, state, plan, limits }: PrintRoomProps) {
  const t = useWords('print')
  const { language } = useLanguage()
  const { me } = useSession()
  const { day } = useAsOf()
  const [palette] = useState(readPaperPalette)
  const drawing = useRef<SVGSVGElement>(null)
  const { making, print, make, end } = useMaking()
  const say = useMemo(() => ({ t, language }), [t, language])
  const proposed = proposedTitle(say, me.zone.name, asked.map, state)
  const [typed, setTyped] = useState(asked.title)
  const title = typed?.trim() ? typed.trim() : proposed
  const words = useMapWords()
  const preview = usePreview(plan, asked.map, { palette, limits, words, day })
  const { unitId, chain } = asked.map
  const bounds = plan.bounds.map((degrees) => degrees.toFixed(6)).join(',')
  const legend = useLegend({ bounds, ...(unitId ? { unitId } : {}), ...(chain ? { chain } : {}) }, true)
  const counts = print?.legend ?? legend.data
  if (legend.error && !counts) return <ErrorState error={legend.error} retry={() => void legend.refetch()} />
  if (!counts) return <LoadingBar />

  const content: SheetContent = {
    ...contentOf(plan, asked, counts),
    palette,
    say,
    title,
    filter: filterWords(say, asked.map, legendLines(counts, asked.map).left),
    date: dateWords(say, day, print ? new Date(print.at) : new Date()),
    trace: print
      ? traceWords(say, print)
      : t('traceToCome', { name: me.member.name, login: me.member.login }),
    stamp: print ? stampOf(print) : [],
  }
  const order = {
    ...{ plan, asked, title, day, palette, limits, words },
    fileName: `${title} ${content.date.day} ${asked.paper.toUpperCase()}`.replace(/[\\/:*?"<>|\s]+/g, ' '),
    traceOf: (told: Print) => traceWords(say, told),
    drawn: () => drawing.current,
  }
  return (
    <div className="zt-print-room">
      <div className="zt-print-side">
        <fieldset className="zt-print-chosen" disabled={making.state === 'busy'}>
          <legend className="zt-unseen">{t('sheet')}</legend>
          <PrintChoices
            asked={asked}
            plan={plan}
            limits={limits}
            title={typed ?? proposed}
            onTitle={setTyped}
          />
        </fieldset>
        <TakeOut
          making={making}
          isRefused={!canBeDrawn(plan, asked.dpi, limits)}
          onMake={(format) => void make(format, order)}
        />
      </div>
      <div className="zt-print-preview" data-drawn={(preview.picture && !preview.isStale) || undefined}>
        {preview.isStale && !preview.error && <LoadingBar label={t('drawing')} />}
        {preview.error ? (
          <ErrorState error={preview.error} retry={preview.again} />
        ) : (
          <figure
            className="zt-paper zt-print-sheet"
            data-bounds={bounds}
            data-turn={asked.turn}
            style={{ aspectRatio: `${plan.size.width} / ${plan.size.height}` }}
          >
            {preview.picture && <MapPicture plan={plan} picture={preview.picture} />}
            <Sheet ref={drawing} content={content} picture={undefined} />
          </figure>
        )}
      </div>
      <p className="zt-print-hint">{t('pressPrint')}</p>
      {making.state === 'paper' && <PaperSheet content={content} picture={making.picture} onEnd={end} />}
    </div>
  )
}

const contentOf = (plan: Plan, asked: PrintAsked, counts: Legend) => ({
  size: plan.size,
  layout: plan.layout,
  sight: plan.sight,
  hasNorth: asked.hasNorth,
  within: asked.map.within,
  legend: {
    lines: legendLines(counts, asked.map),
    zoom: plan.zoom,
    by: asked.map.by,
    unplaced: counts.unplaced,
    isIllustrative: counts.isIllustrative,
  },
})

const stampOf = ({ id, login, at }: Print) => [login, `${shanghaiMinute(new Date(at))} UTC+8`, id]

/** Under the sheet, where its map stands. */
function MapPicture({ plan: { layout, size }, picture }: { plan: Plan; picture: string }) {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`
  const { x, y, width, height } = layout.map
  return (
    <img
      src={picture}
      alt=""
      style={{
        left: share(x, size.width),
        top: share(y, size.height),
        width: share(width, size.width),
        height: share(height, size.height),
      }}
    />
  )
}
