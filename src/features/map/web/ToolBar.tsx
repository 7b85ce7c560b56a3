import { useWords } from '../../../web/i18n/index.ts'
import type { Measured } from '../../../web/map/use-measured.ts'
import type { Pressed } from '../../../web/map/use-points.ts'
import { Button, CloseIcon } from '../../../web/ui/index.ts'
import type { Tool } from './MapTools.tsx'
import { areaWords, lengthWords } from './measure-words.ts'

type ToolBarProps = { tool: Tool; pressed: Pressed; measured: Measured; onClose: () => void }

/** How the tool in hand is used, then what it tells. */
export function ToolBar({ tool, pressed, measured, onClose }: ToolBarProps) {
  const t = useWords('map')
  const { points, isDone, clear, back, end } = pressed
  const { length, area } = measured
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
      {/* A finger has neither Backspace nor Enter. */}
      {tool === 'split' && points.length > 0 && <Button onClick={back}>{t('back')}</Button>}
      {tool === 'split' && points.length > 1 && !isDone && <Button onClick={end}>{t('end')}</Button>}
      {isMeasuring && points.length > 1 && <Button onClick={clear}>{t('again')}</Button>}
      <Button kind="icon" aria-label={t('endTool')} title={`${t('endTool')} Esc`} onClick={onClose}>
        <CloseIcon />
      </Button>
    </div>
  )
}
