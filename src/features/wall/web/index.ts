import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

/** Opened from the map and the chart, or by its address. */
export const wallPages: FeaturePages = {
  menu: [],
  routes: [
    {
      path: '/wall',
      component: lazyPage(() => import('./WallPage.tsx'), 'WallPage'),
      light: true,
      bare: true,
    },
  ],
}
