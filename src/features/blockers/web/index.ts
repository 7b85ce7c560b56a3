import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { BlockerIcon } from '../../../web/ui/icons.tsx'

export const blockersPages: FeaturePages = {
  menu: [
    {
      key: 'blockers',
      path: '/blockers',
      order: 34,
      icon: BlockerIcon,
      words: 'blockers:menu',
      ability: 'project:read',
      deskOnly: true,
    },
  ],
  routes: [
    {
      path: '/blockers',
      component: lazyPage(() => import('./BlockersPage.tsx'), 'BlockersPage'),
      light: true,
    },
  ],
}
