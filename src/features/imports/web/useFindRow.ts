import { App } from 'antd'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { ImportRow } from '../contract.ts'
import { useCheckPlace } from './useCheckPlace.ts'

/** The most that one answer of the server carries. */
const most = 500

/** From an issue to its row: opens the list that the row stands in, narrowed to its name, and points at it. */
export function useFindRow(importId: string) {
  const t = useWords('imports')
  const { message } = App.useApp()
  const place = useCheckPlace()
  async function find(rowId: string, name: string | null) {
    const q = name?.trim() ?? ''
    // A row without a name was skipped for it.
    const query = q === '' ? { verdict: 'skipped', limit: most } : { q, limit: most }
    try {
      const { items } = await api.get<{ items: ImportRow[] }>(`/imports/${importId}/rows`, query)
      const row = items.find(({ id }) => id === rowId)
      if (row) place.show(row.verdict, q === '' ? { row: row.id } : { q, row: row.id })
      else void message.info(t('check.lost'))
    } catch (problem) {
      if (problem instanceof Error) void message.error(problem.message)
    }
  }
  return { find: (rowId: string, name: string | null) => void find(rowId, name) }
}
