import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { LogIcon } from '../../../web/ui/icons.tsx'

export const auditPages: FeaturePages = {
  menu: [
    {
      key: 'audit',
      path: '/audit',
      order: 80,
      icon: LogIcon,
      words: 'audit:title',
      ability: 'audit:read',
    },
  ],
  routes: [{ path: '/audit', component: lazyPage(() => import('./LogPage.tsx'), 'LogPage') }],
}
