import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { ChartIcon } from '../../../web/ui/icons.tsx'

export const chartsPages: FeaturePages = {
  menu: [
    {
      key: 'chart',
      path: '/chart',
      order: 25,
      icon: ChartIcon,
      words: 'charts:room',
      ability: 'project:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/chart', component: lazyPage(() => import('./BattlePage.tsx'), 'BattlePage') },
    {
      path: '/chart/support',
      component: lazyPage(() => import('./SupportPage.tsx'), 'SupportPage'),
      light: true,
    },
  ],
}
