import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { PromiseIcon } from '../../../web/ui/icons.tsx'

export const preconditionsPages: FeaturePages = {
  menu: [
    {
      key: 'promises',
      path: '/promises',
      order: 33,
      icon: PromiseIcon,
      words: 'preconditions:kept.menu',
      ability: 'project:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/promises', component: lazyPage(() => import('./PromisesPage.tsx'), 'PromisesPage') },
    {
      path: '/settings/land-conditions',
      component: lazyPage(() => import('./RuleSetsPage.tsx'), 'RuleSetsPage'),
    },
  ],
  settings: [
    {
      path: '/settings/land-conditions',
      order: 33,
      words: 'preconditions:sets',
      ability: 'ruleSet:update',
    },
  ],
}
