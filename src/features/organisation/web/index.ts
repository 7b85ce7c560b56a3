import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const organisationPages: FeaturePages = {
  menu: [],
  routes: [
    { path: '/settings/people', component: lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage') },
    {
      path: '/settings/organisation',
      component: lazyPage(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
    },
    {
      path: '/settings/organisation/prepare',
      component: lazyPage(() => import('./PreparePage.tsx'), 'PreparePage'),
    },
    {
      path: '/settings/organisation/$reorganisationId',
      component: lazyPage(() => import('./ActPage.tsx'), 'ActPage'),
    },
  ],
  settings: [
    { path: '/settings/organisation', order: 15, words: 'reorganisation:title', ability: 'unit:read' },
    { path: '/settings/people', order: 20, words: 'organisation:people', ability: 'member:create' },
  ],
}
