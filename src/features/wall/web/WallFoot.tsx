import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { PauseIcon } from '../../../web/ui/index.ts'
import type { Scene } from '../model/scenes.ts'
import type { Rotation } from './use-rotation.ts'
import type { WallFigures } from './use-wall-figures.ts'

type WallFootProps = {
  scene: Scene
  figures: WallFigures
  isPast: boolean
  rotation: Rotation
  count: number
}

/** Of when and from where the figures are, as whom they are seen, and how far the round is. */
export function WallFoot({ scene, figures, isPast, rotation, count }: WallFootProps) {
  const t = useWords('wall')
  const { member, seesWholeZone } = useMe()
  const { index, isPaused } = rotation
  return (
    <footer className="zt-wall-foot">
      <p>
        <time>
          {t('asOf', { time: isPast ? figures.day : showTime(new Date(figures.readAt).toISOString()) })}
        </time>
        <span>{t('from', { source: t(`source.${scene.kind}`) })}</span>
        <span>
          {t('seen', { name: member.name })}
          {!seesWholeZone && t('ownUnsigned')}
        </span>
      </p>
      <p className="zt-wall-round">
        {isPaused && (
          <>
            <PauseIcon /> {t('paused')}
          </>
        )}
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene is its place in the round
          <i key={at} data-now={at === index || undefined} />
        ))}
      </p>
    </footer>
  )
}
