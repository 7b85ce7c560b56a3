import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

/** They stand in the room 空间, beside the land. */
export const buildingsPages: FeaturePages = {
  menu: [],
  routes: [
    {
      path: '/space/buildings',
      component: lazyPage(() => import('./BuildingsPage.tsx'), 'BuildingsPage'),
      light: true,
    },
    { path: '/space/rooms', component: lazyPage(() => import('./RoomsPage.tsx'), 'RoomsPage'), light: true },
    {
      path: '/space/buildings/$buildingId',
      component: lazyPage(() => import('./BuildingPage.tsx'), 'BuildingPage'),
      light: true,
    },
    {
      path: '/space/building-imports',
      component: lazyPage(() => import('./BuildingImportsPage.tsx'), 'BuildingImportsPage'),
    },
    {
      path: '/space/building-imports/$buildingImportId',
      component: lazyPage(() => import('./BuildingImportPage.tsx'), 'BuildingImportPage'),
    },
  ],
}
