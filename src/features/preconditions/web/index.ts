import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const preconditionsPages: FeaturePages = {
  menu: [],
  routes: [
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
