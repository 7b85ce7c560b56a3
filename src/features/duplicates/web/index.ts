import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

/** Opened from the ledger, whose room they belong to. */
export const duplicatesPages: FeaturePages = {
  menu: [],
  routes: [
    { path: '/ledger/duplicates', component: lazyPage(() => import('./QueuePage.tsx'), 'QueuePage') },
    {
      path: '/ledger/duplicates/merged',
      component: lazyPage(() => import('./MergesPage.tsx'), 'MergesPage'),
    },
    {
      path: '/ledger/duplicates/apart',
      component: lazyPage(() => import('./NotSamePage.tsx'), 'NotSamePage'),
    },
    {
      path: '/ledger/duplicates/$firstId/$secondId',
      component: lazyPage(() => import('./ComparePage.tsx'), 'ComparePage'),
    },
  ],
}
