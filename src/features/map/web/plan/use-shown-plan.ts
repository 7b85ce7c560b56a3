import { useEffect, useMemo, useState } from 'react'
import { showArea, showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import type { Plan } from '../../../matching/plan-contract.ts'
import { usePlanPlaces } from '../../../matching/web/use-plan-places.ts'
import { usePlan } from '../../../matching/web/use-plans.ts'
import { boundsOf, featuresOf, type Placement, type PlanWords, placementsOf } from './plan-drawing.ts'
import type { PlanDrawn } from './plan-drawn.ts'

export type ShownPlan = {
  plan: Plan | undefined
  placements: readonly Placement[]
  error: Error | null
  retry: () => void
  drawn: PlanDrawn | undefined
  focus: string | undefined
  setFocus: (projectId: string) => void
}

/** The plan that the address opens on the map; `onPlace`, once there is a map to move, hears where its places are. */
export function useShownPlan(
  id: string | undefined,
  onPlace: ((box: readonly number[]) => void) | undefined,
): ShownPlan {
  const words = usePlanWords()
  const plan = usePlan(id)
  const places = usePlanPlaces(id)
  const [focus, setFocus] = useState<{ plan: string | undefined; project: string }>()
  const placed = plan.data?.id === id ? plan.data?.answer.placed : undefined
  const placements = useMemo(
    () => (placed && places.data ? placementsOf(placed, places.data) : []),
    [placed, places.data],
  )
  const features = useMemo(() => featuresOf(placements, words), [placements, words])
  const focused = focus?.plan === id ? focus?.project : undefined
  const isKnown = placements.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each plan; what changes it later must not move a map
  useEffect(() => {
    const box = boundsOf(placements)
    if (box) onPlace?.(box)
  }, [id, isKnown, onPlace === undefined])
  return {
    plan: placed && plan.data,
    placements,
    error: plan.error ?? places.error,
    retry: () => void Promise.all([plan.refetch(), places.refetch()]),
    drawn: useMemo(() => (isKnown ? { features, focus: focused } : undefined), [isKnown, features, focused]),
    focus: focused,
    setFocus: (project) => setFocus({ plan: id, project }),
  }
}

function usePlanWords(): PlanWords {
  const t = useWords('map')
  return useMemo(
    () => ({
      share: (areaM2, ofM2) => shareWords(t, areaM2, ofM2),
      divided: (areaM2, pieces) => t('plan.divided', { mu: muOf(areaM2), pieces }),
      rooms: (count, areaM2) => t('plan.rooms', { count, m2: showNumber(Math.round(areaM2), 0) }),
    }),
    [t],
  )
}

export const muOf = (areaM2: number) => showArea(areaM2.toFixed(2))
const shareWords = (t: ReturnType<typeof useWords>, areaM2: number, ofM2: number) =>
  ofM2 > areaM2
    ? t('plan.share', { mu: muOf(areaM2), of: muOf(ofM2) })
    : t('plan.whole', { mu: muOf(areaM2) })
