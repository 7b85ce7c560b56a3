import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { ClockIcon } from '../../../web/ui/icons.tsx'

export const historyPages: FeaturePages = {
  menu: [
    {
      key: 'changes',
      path: '/changes',
      order: 35,
      icon: ClockIcon,
      words: 'history:changes',
      ability: 'project:read',
    },
  ],
  routes: [{ path: '/changes', component: lazyPage(() => import('./ChangesPage.tsx'), 'ChangesPage') }],
}
