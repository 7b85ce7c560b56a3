import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { TogetherIcon } from '../../../web/ui/icons.tsx'

export const cooperationPages: FeaturePages = {
  menu: [
    {
      key: 'cooperation',
      path: '/cooperation',
      order: 37,
      icon: TogetherIcon,
      words: 'cooperation:menu',
      ability: 'project:read',
      deskOnly: true,
    },
  ],
  routes: [
    {
      path: '/cooperation',
      component: lazyPage(() => import('./CooperationPage.tsx'), 'CooperationPage'),
    },
  ],
}
