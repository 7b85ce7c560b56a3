import type { QueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

/** What a feature shows: its rooms in the menu and its addresses. */
export type FeaturePages = {
  menu: readonly MenuEntry[]
  routes: readonly PageRoute[]
  /** Tabs of the settings room. */
  settings?: readonly SettingsEntry[]
}

export type MenuEntry = {
  key: string
  path: string
  /** Rooms are listed by it, low first: today 10, map 20, ledger 30, changes 35, imports 40, settings 90. */
  order: number
  icon: ComponentType
  /** `namespace:key` */
  words: string
  /** Shown only to those who have it. */
  ability?: string
  /** Not in the phone's bar, which has four places; reached there from another page. */
  deskOnly?: true
}

export type SettingsEntry = { path: string; order: number; words: string; ability?: string }

export type PageRoute = {
  /** As `/ledger/$projectId`; of a child, relative to its parent, shown in the parent's `<Outlet />`. */
  path: string
  component: ReturnType<typeof lazyPage>
  children?: readonly PageRoute[]
  /** Asks for what the page begins with, unless it is known, while its file is fetched; a failure is the page’s to tell. */
  ask?: (client: QueryClient) => Promise<unknown>
  /** Uses no Ant Design: opens without loading it. */
  light?: true
  /** Has the window to itself: no rail, no top bar. */
  bare?: true
}

/** A page in a file of its own, fetched when first opened: `lazyPage(() => import('./X.tsx'), 'X')`. */
export const lazyPage = <T extends Record<string, unknown>>(load: () => Promise<T>, name: keyof T & string) =>
  lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name)
