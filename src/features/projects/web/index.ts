import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { LedgerIcon } from '../../../web/ui/icons.tsx'

export const projectsPages: FeaturePages = {
  menu: [
    {
      key: 'ledger',
      path: '/ledger',
      order: 30,
      icon: LedgerIcon,
      words: 'projects:ledger',
      ability: 'project:read',
    },
  ],
  routes: [
    {
      path: '/ledger',
      component: lazyPage(() => import('./LedgerPage.tsx'), 'LedgerPage'),
      children: [
        { path: '$projectId', component: lazyPage(() => import('./ProjectPanel.tsx'), 'ProjectPanel') },
      ],
    },
    { path: '/projects/$projectId', component: lazyPage(() => import('./ProjectPage.tsx'), 'ProjectPage') },
  ],
}
