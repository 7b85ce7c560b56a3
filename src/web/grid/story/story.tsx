import { useMemo, useReducer, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { GridSelectionFigures, GridSort } from '../grid-types.ts'
import { Grid } from '../index.ts'
import { STORY_COLUMNS, StoryStore, storyGroups } from './story-rows.ts'
import { STORY_TEXTS } from './texts.ts'

declare global {
  interface Window {
    story: { store: StoryStore; opened: string[]; figures: GridSelectionFigures | null; columns: unknown }
  }
}

const query = new URLSearchParams(location.search)
const store = new StoryStore(Number(query.get('rows') ?? 10_000), Number(query.get('delay') ?? 20))
window.story = { store, opened: [], figures: null, columns: null }

function Story() {
  const [turn, arrived] = useReducer((n: number) => n + 1, 0)
  const [sort, setSort] = useState<GridSort[]>([])
  store.onArrive = arrived
  const groups = useMemo(() => (query.has('groups') ? storyGroups(store.total) : undefined), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new source tells the grid that rows have come
  const source = useMemo(
    () => ({ total: store.total, row: store.row, need: store.need, all: store.all }),
    [turn],
  )
  return (
    <Grid
      columns={STORY_COLUMNS}
      source={source}
      groups={groups}
      footer={query.has('plain') ? undefined : { name: '合计', amount: '36963.00', count: '9216' }}
      sort={sort}
      onSort={setSort}
      onEdit={store.edit}
      onOpen={(id) => window.story.opened.push(id)}
      onColumnsChange={(columns) => {
        window.story.columns = columns
      }}
      onSelection={(figures) => {
        window.story.figures = figures
      }}
      rowHeight={Number(query.get('height') ?? 32)}
      highlight={query.get('find') ?? undefined}
      texts={STORY_TEXTS}
    />
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Story />)
