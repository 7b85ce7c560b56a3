import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import type { Sketch } from '../../../web/map/use-drag-sketch.ts'
import type { Measure } from '../../../web/map/use-measured.ts'
import {
  BoxIcon,
  Button,
  LassoIcon,
  LayersIcon,
  ListIcon,
  MinusIcon,
  PlusIcon,
  PrintIcon,
  RulerIcon,
  SurfaceIcon,
  WholeIcon,
} from '../../../web/ui/index.ts'

import { usePhone } from '../../../web/use-phone.ts'
import { WallLink } from '../../wall/web/WallLink.tsx'

/** `split` is taken up from the parcel that it divides. */
export type Tool = Sketch | Measure | 'split'
const tools: readonly (readonly [Tool, ReactNode])[] = [
  ['box', <BoxIcon key="box" />],
  ['lasso', <LassoIcon key="lasso" />],
  ['distance', <RulerIcon key="distance" />],
  ['area', <SurfaceIcon key="area" />],
]

type MapToolsProps = {
  map: MapLibre
  tool: Tool | undefined
  onTool: (tool: Tool | undefined) => void
  onWhole: () => void
  isListed: boolean
  onList: () => void
  /** Undefined: not for this person. */
  onPrint: (() => void) | undefined
  /** Undefined: the zone has none. */
  base: { isShown: boolean; toggle: () => void } | undefined
}

export function MapTools({ map, tool, onTool, onWhole, isListed, onList, onPrint, base }: MapToolsProps) {
  const t = useWords('map')
  const isPhone = usePhone()
  const press = (words: string, icon: ReactNode, act: () => void, isPressed?: boolean) => (
    <Button
      kind="icon"
      aria-label={words}
      title={words}
      onClick={act}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    >
      {icon}
    </Button>
  )
  return (
    <div className="zt-map-tools" role="toolbar" aria-label={t('tools')} aria-orientation="vertical">
      <div>
        {press(t('nearer'), <PlusIcon />, () => void map.zoomIn())}
        {press(t('farther'), <MinusIcon />, () => void map.zoomOut())}
        {press(t('whole'), <WholeIcon />, onWhole)}
      </div>
      <div>
        {tools.map(([one, icon]) => (
          <span key={one}>
            {press(t(`tool.${one}`), icon, () => onTool(tool === one ? undefined : one), tool === one)}
          </span>
        ))}
      </div>
      <div>
        {base && press(t('basemaps:shown'), <LayersIcon />, base.toggle, base.isShown)}
        {press(t('list'), <ListIcon />, onList, isListed)}
        {onPrint && press(t('print'), <PrintIcon />, onPrint)}
      </div>
      {!isPhone && (
        <div>
          <WallLink look="icon" />
        </div>
      )}
    </div>
  )
}
