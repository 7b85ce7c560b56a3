import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { SettingsIcon } from '../../../web/ui/index.ts'

export const accountPages: FeaturePages = {
  menu: [{ key: 'settings', path: '/settings', order: 90, icon: SettingsIcon, words: 'accounts:settings' }],
  routes: [
    { path: '/settings', component: lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'), light: true },
    {
      path: '/settings/security',
      component: lazyPage(() => import('./SecurityPage.tsx'), 'SecurityPage'),
      light: true,
    },
  ],
  settings: [
    { path: '/settings', order: 10, words: 'accounts:mine' },
    { path: '/settings/security', order: 25, words: 'security:title', ability: 'security:read' },
  ],
}
