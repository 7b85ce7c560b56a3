import { type FeaturePages, lazyPage } from '../../../web/pages.ts'
import { TodayIcon } from '../../../web/ui/index.ts'

export const homePages: FeaturePages = {
  menu: [{ key: 'home', path: '/', order: 10, icon: TodayIcon, words: 'home:today' }],
  routes: [
    { path: '/', component: lazyPage(() => import('./HomePage.tsx'), 'HomePage'), light: true },
    { path: '/late', component: lazyPage(() => import('./LatePage.tsx'), 'LatePage'), light: true },
  ],
}
