import { type FeaturePages, lazyPage } from '../../../web/pages.ts'

export const evidencePages: FeaturePages = {
  menu: [],
  routes: [
    {
      path: '/settings/stages',
      component: lazyPage(() => import('./StageRulesPage.tsx'), 'StageRulesPage'),
    },
  ],
  settings: [{ path: '/settings/stages', order: 30, words: 'evidence:rules', ability: 'stageRule:update' }],
}
