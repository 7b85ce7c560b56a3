import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { GoalIcon } from '../../../web/ui/icons.tsx'

export const goalsPages: FeaturePages = {
  menu: [
    {
      key: 'goals',
      path: '/goals',
      order: 32,
      icon: GoalIcon,
      words: 'goals:menu',
      ability: 'goal:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/goals', component: lazyPage(() => import('./GoalsPage.tsx'), 'GoalsPage'), light: true },
  ],
}
