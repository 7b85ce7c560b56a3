import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router'
import { accountPages } from '../features/accounts/web/index.ts'
import { approvalsPages } from '../features/approvals/web/index.ts'
import { auditPages } from '../features/audit/web/index.ts'
import { basemapPages } from '../features/basemaps/web/index.ts'
import { blockersPages } from '../features/blockers/web/index.ts'
import { buildingsPages } from '../features/buildings/web/index.ts'
import { chartsPages } from '../features/charts/web/index.ts'
import { cooperationPages } from '../features/cooperation/web/index.ts'
import { duplicatesPages } from '../features/duplicates/web/index.ts'
import { evidencePages } from '../features/evidence/web/index.ts'
import { goalsPages } from '../features/goals/web/index.ts'
import { historyPages } from '../features/history/web/index.ts'
import { homePages } from '../features/home/web/index.ts'
import { importsPages } from '../features/imports/web/index.ts'
import { lightsPages } from '../features/lights/web/index.ts'
import { mapPages } from '../features/map/web/index.ts'
import { matchingPages } from '../features/matching/web/index.ts'
import { organisationPages } from '../features/organisation/web/index.ts'
import { preconditionsPages } from '../features/preconditions/web/index.ts'
import { projectsPages } from '../features/projects/web/index.ts'
import { spacesPages } from '../features/spaces/web/index.ts'
import { wallPages } from '../features/wall/web/index.ts'
import { parseSearch, stringifySearch } from './address.ts'
import { Root } from './frame/Root.tsx'
import { type FeaturePages, lazyPage, type PageRoute } from './pages.ts'
import { RoomsProvider } from './rooms.tsx'
import { ErrorState, LoadingBar, MissingState } from './ui/index.ts'

/** Every feature's rooms, one line each. */
const features: readonly FeaturePages[] = [
  homePages,
  mapPages,
  wallPages,
  chartsPages,
  projectsPages,
  blockersPages,
  goalsPages,
  spacesPages,
  buildingsPages,
  approvalsPages,
  cooperationPages,
  historyPages,
  importsPages,
  duplicatesPages,
  auditPages,
  accountPages,
  evidencePages,
  lightsPages,
  preconditionsPages,
  matchingPages,
  basemapPages,
  organisationPages,
]

const rootRoute: AnyRoute = createRootRoute({
  // A day of the past goes along from page to page until the person comes back.
  search: { middlewares: [retainSearchParams(['asOf'] as never)] },
  component: () => (
    <RoomsProvider features={features}>
      <Root />
    </RoomsProvider>
  ),
  notFoundComponent: MissingState,
})

const antdRoute: AnyRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'antd',
  component: lazyPage(() => import('./theme/AntdRoom.tsx'), 'AntdRoom'),
})

const pages = features.flatMap((feature) => feature.routes)

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...pages.filter((page) => page.light).map((page) => routeOf(page, rootRoute)),
    antdRoute.addChildren(pages.filter((page) => !page.light).map((page) => routeOf(page, antdRoute))),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  // A page that has come is shown, however short the wait was seen.
  defaultPendingMinMs: 0,
  defaultPendingComponent: () => <LoadingBar />,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
  defaultNotFoundComponent: MissingState,
  scrollRestoration: true,
})

/** What the router is given by the page that it stands in. */
export type Asking = { client: QueryClient }

/** When the page is entered; nobody waits for it. */
function loaderOf(ask: NonNullable<PageRoute['ask']>) {
  return ({ context }: { context: unknown }) => {
    ask((context as Asking).client).catch(() => undefined)
  }
}

function routeOf(page: PageRoute, parent: AnyRoute): AnyRoute {
  const route: AnyRoute = createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: page.component,
    ...(page.ask ? { loader: loaderOf(page.ask) } : {}),
    ...(page.bare ? { staticData: { bare: true } } : {}),
  })
  return page.children ? route.addChildren(page.children.map((child) => routeOf(child, route))) : route
}
