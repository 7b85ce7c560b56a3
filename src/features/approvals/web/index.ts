import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { DeadlineIcon } from '../../../web/ui/icons.tsx'

export const approvalsPages: FeaturePages = {
  menu: [
    {
      key: 'approvals',
      path: '/approvals',
      order: 35,
      icon: DeadlineIcon,
      words: 'approvals:menu',
      ability: 'project:read',
      deskOnly: true,
    },
  ],
  routes: [
    { path: '/approvals', component: lazyPage(() => import('./DuePage.tsx'), 'DuePage'), light: true },
  ],
}
