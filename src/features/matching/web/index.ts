import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const matchingPages: FeaturePages = {
  menu: [],
  routes: [
    {
      path: '/projects/$projectId/places',
      component: lazyPage(() => import('./PlacesPage.tsx'), 'PlacesPage'),
    },
  ],
}
