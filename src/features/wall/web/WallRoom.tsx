import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { LoadingBar } from '../../../web/ui/index.ts'
import { useAlone } from '../../../web/use-alone.ts'
import { type Scene, scenesAsked, scenesOf } from '../model/scenes.ts'
import { Figures } from './Figures.tsx'
import { leaveScreen } from './fill-screen.ts'
import { KeepDialog } from './KeepDialog.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { figuresOf } from './scene-figures.tsx'
import { MapLegend } from './scenes/MapLegend.tsx'
import { RedList } from './scenes/RedList.tsx'
import { SpaceList } from './scenes/SpaceList.tsx'
import { TaskList } from './scenes/TaskList.tsx'
import { useMayKeep } from './use-keep-wall.ts'
import { useMarks } from './use-marks.ts'
import { useOfflineSince, useReadAnew } from './use-read-anew.ts'
import { useRotation } from './use-rotation.ts'
import { useAwake, usePointerRests } from './use-screen.ts'
import { useShownDay } from './use-today.ts'
import { useWallFigures, type WallFigures } from './use-wall-figures.ts'
import { useWallKeys } from './use-wall-keys.ts'
import { WallBands } from './WallBands.tsx'
import { WallFoot } from './WallFoot.tsx'
import { WallHead } from './WallHead.tsx'
import { WallMap } from './WallMap.tsx'
import { valuesOf } from './wall-values.ts'
import './lists.css'

const helpMs = 8_000

/** Reads, turns and hears; the parts only draw. */
export function WallRoom() {
  const t = useWords('wall')
  const { day, isPast } = useShownDay()
  const { figures, error } = useWallFigures(day)
  useReadAnew(day, isPast)
  useAwake()
  useAlone()
  if (figures) return <Scenes figures={figures} isPast={isPast} />
  return (
    <main id="main" className="zt-wall" tabIndex={-1}>
      <h1 className="zt-unseen">{t('room')}</h1>
      {error ? (
        <p className="zt-wall-none">{t('failed', { problem: error.message })}</p>
      ) : (
        <>
          <LoadingBar />
          <p className="zt-wall-none">{t('reading')}</p>
        </>
      )}
    </main>
  )
}

function Scenes({ figures, isPast }: { figures: WallFigures; isPast: boolean }) {
  const t = useWords('wall')
  const { language } = useLanguage()
  const { search, navigate } = useAddress()
  const { scenes: which, seconds } = search
  const corps = figures.corps.map(({ id }) => id).join()
  const scenes = useMemo(
    () => scenesOf(scenesAsked({ scenes: which, seconds }), corps ? corps.split(',') : []),
    [which, seconds, corps],
  ) as [Scene, ...Scene[]]
  const rotation = useRotation(scenes)
  const { scene } = rotation
  const [isHelped, help] = useHelp()
  const [asked, setAsked] = useState<'keep' | 'leave'>()
  const { wall } = useMe()
  const mayKeep = useMayKeep()
  const keep = useCallback(() => setAsked('keep'), [])
  const leave = useCallback(() => {
    if (wall) return setAsked('leave')
    leaveScreen()
    void navigate({ to: '/map' })
  }, [navigate, wall])
  useWallKeys({
    rotation,
    onHelp: help,
    onKeep: mayKeep ? keep : undefined,
    onLeave: leave,
    isAsking: asked !== undefined,
  })
  const rests = usePointerRests()
  const told = useMemo(() => ({ t, language }), [t, language])
  const values = useMemo(() => valuesOf(scenes, figures, told), [scenes, figures, told])
  const marks = useMarks(values, `${figures.day} ${language}`)
  const offlineSince = useOfflineSince(isPast)
  return (
    <main id="main" className="zt-wall" data-scene={scene.kind} data-rests={rests || undefined} tabIndex={-1}>
      <WallMap scene={scene} figures={figures} />
      <WallBands figures={figures} isPast={isPast} offlineSince={offlineSince} />
      <WallHead scene={scene} figures={figures} onKeep={keep} />
      <div className="zt-wall-body">
        <div className="zt-wall-field">
          {scene.kind === 'red' && <RedList figures={figures} marks={marks} />}
          {scene.kind === 'tasks' && <TaskList figures={figures} marks={marks} />}
          {scene.kind === 'space' && <SpaceList figures={figures} marks={marks} />}
          {(scene.kind === 'zone' || scene.kind === 'corps') && <MapLegend />}
        </div>
        <Figures
          figures={figuresOf(scene, figures, told).map((figure) => ({
            ...figure,
            mark: marks.get(`${scene.key} ${figure.key}`),
          }))}
        />
      </div>
      <WallFoot scene={scene} figures={figures} isPast={isPast} rotation={rotation} count={scenes.length} />
      {isHelped && <KeyHelp />}
      {asked === 'keep' && <KeepDialog onClose={() => setAsked(undefined)} />}
      {asked === 'leave' && <LeaveDialog onClose={() => setAsked(undefined)} />}
    </main>
  )
}

/** The keys, for some seconds: at the beginning, and whenever they are asked for. */
function useHelp(): [boolean, () => void] {
  const [turn, setTurn] = useState(1)
  useEffect(() => {
    if (turn === 0) return
    const timer = setTimeout(() => setTurn(0), helpMs)
    return () => clearTimeout(timer)
  }, [turn])
  return [turn > 0, useCallback(() => setTurn((now) => now + 1), [])]
}
