import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { PlanIcon } from '../../../web/ui/icons.tsx'

export const matchingPages: FeaturePages = {
  menu: [
    {
      key: 'plans',
      path: '/plans',
      order: 34,
      icon: PlanIcon,
      words: 'matching:plan.menu',
      ability: 'plan:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/plans', component: lazyPage(() => import('./PlansPage.tsx'), 'PlansPage') },
    {
      path: '/projects/$projectId/places',
      component: lazyPage(() => import('./PlacesPage.tsx'), 'PlacesPage'),
    },
  ],
}
