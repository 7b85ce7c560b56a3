import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { SpaceIcon } from '../../../web/ui/icons.tsx'

export const spacesPages: FeaturePages = {
  menu: [
    {
      key: 'space',
      path: '/space',
      order: 32,
      icon: SpaceIcon,
      words: 'space:menu',
      ability: 'parcel:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/space', component: lazyPage(() => import('./SpacePage.tsx'), 'SpacePage'), light: true },
    {
      path: '/space/imports',
      component: lazyPage(() => import('./ParcelImportsPage.tsx'), 'ParcelImportsPage'),
    },
    {
      path: '/space/imports/$parcelImportId',
      component: lazyPage(() => import('./ParcelImportPage.tsx'), 'ParcelImportPage'),
    },
  ],
}
