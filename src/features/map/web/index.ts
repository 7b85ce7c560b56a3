import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { MapIcon } from '../../../web/ui/icons.tsx'
import { mapStateQuery } from './use-map-data.ts'

export const mapPages: FeaturePages = {
  menu: [{ key: 'map', path: '/map', order: 20, icon: MapIcon, words: 'map:room', ability: 'parcel:read' }],
  routes: [
    {
      path: '/map',
      component: lazyPage(() => import('./MapPage.tsx'), 'MapPage'),
      ask: (client) => client.ensureQueryData(mapStateQuery),
      light: true,
    },
    {
      path: '/map/print',
      component: lazyPage(() => import('./print/PrintPage.tsx'), 'PrintPage'),
      light: true,
    },
  ],
}
