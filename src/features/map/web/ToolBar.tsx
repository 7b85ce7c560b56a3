import { useWords } from '../../../web/i18n/index.ts'
import type { Measured } from '../../../web/map/use-measure.ts'
import { Button, CloseIcon } from '../../../web/ui/index.ts'
import type { Tool } from './MapTools.tsx'
import { areaWords, lengthWords } from './measure-words.ts'

type ToolBarProps = { tool: Tool; measured: Measured; onAgain: () => void; onClose: () => void }

/** How the tool in hand is used, then what it tells. */
export function ToolBar({ tool, measured, onAgain, onClose }: ToolBarProps) {
  const t = useWords('map')
  const { points, length, area } = measured
  const isMeasuring = tool === 'distance' || tool === 'area'
  const told =
    !isMeasuring || points.length < 2
      ? t(`how.${tool}`)
      : tool === 'area' && area > 0
        ? t('areaTold', { area: areaWords(area, t), around: lengthWords(length, t) })
        : t('lengthTold', { length: lengthWords(length, t) })
  return (
    <div className="zt-map-strip" role="status">
      <span>{told}</span>
      {isMeasuring && points.length > 1 && <Button onClick={onAgain}>{t('again')}</Button>}
      <Button kind="icon" aria-label={t('endTool')} title={`${t('endTool')} Esc`} onClick={onClose}>
        <CloseIcon />
      </Button>
    </div>
  )
}
