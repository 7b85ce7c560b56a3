import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { ImportIcon } from '../../../web/ui/icons.tsx'

export const importsPages: FeaturePages = {
  menu: [
    {
      key: 'imports',
      path: '/imports',
      order: 40,
      icon: ImportIcon,
      words: 'imports:title',
      ability: 'import:read',
    },
  ],
  routes: [
    { path: '/imports', component: lazyPage(() => import('./ImportListPage.tsx'), 'ImportListPage') },
    { path: '/imports/$importId', component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage') },
  ],
}
