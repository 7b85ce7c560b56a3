import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const lightsPages: FeaturePages = {
  menu: [],
  routes: [
    { path: '/settings/lights', component: lazyPage(() => import('./LightRulesPage.tsx'), 'LightRulesPage') },
  ],
  settings: [{ path: '/settings/lights', order: 35, words: 'lights:rules', ability: 'lightRule:update' }],
}
