import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const basemapPages: FeaturePages = {
  menu: [],
  routes: [
    {
      path: '/settings/basemap',
      component: lazyPage(() => import('./BasemapPage.tsx'), 'BasemapPage'),
      light: true,
    },
  ],
  settings: [{ path: '/settings/basemap', order: 45, words: 'basemaps:title', ability: 'basemap:read' }],
}
