import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { FeaturePages, MenuEntry, SettingsEntry } from './pages.ts'
import { useMay } from './session.tsx'

const RoomsContext = createContext<readonly FeaturePages[]>([])

export function RoomsProvider({
  features,
  children,
}: {
  features: readonly FeaturePages[]
  children: ReactNode
}) {
  return <RoomsContext value={features}>{children}</RoomsContext>
}

/** The rooms that this person has, in order. */
export function useRooms(): { menu: MenuEntry[]; settings: SettingsEntry[] } {
  const features = useContext(RoomsContext)
  const may = useMay()
  return useMemo(() => {
    const own = <T extends { order: number; ability?: string }>(entries: readonly T[]) =>
      entries.filter((entry) => !entry.ability || may(entry.ability)).sort((a, b) => a.order - b.order)
    return {
      menu: own(features.flatMap((feature) => feature.menu)),
      settings: own(features.flatMap((feature) => feature.settings ?? [])),
    }
  }, [features, may])
}
