import { gridTexts } from './texts-grid.ts'
import { ledgerTexts } from './texts-ledger.ts'
import { projectTexts } from './texts-project.ts'

export const projectsTexts = {
  zh: { ...ledgerTexts.zh, ...projectTexts.zh, grid: gridTexts.zh },
  en: { ...ledgerTexts.en, ...projectTexts.en, grid: gridTexts.en },
}
