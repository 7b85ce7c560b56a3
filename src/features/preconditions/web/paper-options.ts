import type { Language } from '../../../web/i18n/index.ts'
import type { Paper } from '../../evidence/contract.ts'
import { paperKindLabel } from '../../evidence/paper-kinds.ts'

/** The papers of a project to choose one of: what it is, and its name. */
export const paperOptions = (papers: readonly Paper[], language: Language) =>
  papers.map(({ id, kind, fileName }) => ({
    value: id,
    label: `${paperKindLabel(kind, language)} · ${fileName}`,
  }))
