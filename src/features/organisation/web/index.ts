import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const organisationPages: FeaturePages = {
  menu: [],
  routes: [{ path: '/settings/people', component: lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage') }],
  settings: [{ path: '/settings/people', order: 20, words: 'organisation:people', ability: 'member:create' }],
}
