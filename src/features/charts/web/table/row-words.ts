import { useMemo } from 'react'
import { useAsOf } from '../../../../web/as-of.ts'
import { type Language, useLanguage, useWords, type Words } from '../../../../web/i18n/index.ts'
import type { CellState } from '../../model/cell.ts'

/** What every row says, looked up once for all of them. */
export type RowWords = {
  t: Words
  language: Language
  state: Record<CellState, string>
  slip: string
  illustrative: string
  /** The day looked at goes along to a project's page. */
  query: string
}

export function useRowWords(): RowWords {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { day } = useAsOf()
  return useMemo(
    () => ({
      ...{ t, language, slip: t('slip'), illustrative: t('projects:illustrative') },
      state: {
        done: t('flag.done'),
        overdue: t('flag.overdue'),
        open: t('flag.open'),
        rests: t('flag.rests'),
      },
      query: day ? `?asOf=${day}` : '',
    }),
    [t, language, day],
  )
}
