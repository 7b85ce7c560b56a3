import type { CellEdit, CellFailure, GridColumn, GridGroup, GridRow } from '../grid-types.ts'

const WORDS = ['杭州湾', '有机硅', '数字总部', '生物医药', '汽车零部件', '新材料', '柔性制造']
const KINDS = [
  { value: 'new', label: '新建' },
  { value: 'ongoing', label: '续建' },
  { value: 'done', label: '已完成' },
]

export const STORY_COLUMNS: GridColumn[] = [
  { key: 'no', title: '序号', width: 64, kind: 'integer', frozen: true, sortable: true },
  { key: 'name', title: '名称', width: 200, kind: 'text', frozen: true, editable: true, sortable: true },
  { key: 'kind', title: '类别', width: 88, kind: 'choice', choices: KINDS, editable: true },
  { key: 'amount', title: '金额', unit: '亿元', width: 96, kind: 'decimal', editable: true, sortable: true },
  { key: 'count', title: '数量', unit: '件', width: 80, kind: 'integer', editable: true },
  { key: 'day', title: '日期', width: 104, kind: 'date', editable: true },
  { key: 'note', title: '说明', width: 220, kind: 'longText', editable: true },
  {
    key: 'light',
    title: '状态',
    width: 64,
    kind: 'computed',
    align: 'center',
    render: (value) => (value === 'g' ? '●' : '▲'),
  },
  ...Array.from({ length: 32 }, (_, i): GridColumn => {
    const isNumber = i % 2 === 0
    const column = { key: `f${i}`, title: `字段 ${i + 1}`, width: 104, editable: true }
    return isNumber ? { ...column, unit: '万元', kind: 'decimal' } : { ...column, kind: 'text' }
  }),
]

function makeRow(index: number): GridRow {
  const values: Record<string, unknown> = {
    no: index + 1,
    name: `${WORDS[index % WORDS.length]}第 ${index + 1} 期`,
    kind: KINDS[index % KINDS.length]?.value,
    amount: (((index * 37) % 1000000) / 100).toFixed(2),
    count: (index * 7) % 900,
    day: `20${20 + (index % 7)}-0${(index % 9) + 1}-15`,
    note:
      index % 4 === 0 ? '现场已进场，桩基完成六成；需协调临时用电与雨水管线迁改，月底前答复' : '按计划推进',
    light: index % 5 === 0 ? 'y' : 'g',
  }
  for (let i = 0; i < 32; i += 1) {
    values[`f${i}`] =
      i % 2 === 0 ? (((index * 911 + i * 37) % 100000) / 10).toFixed(1) : `第 ${(index + i) % 12} 月`
  }
  return { id: `r${index}`, values, editable: index % 50 !== 49 }
}

/** Rows as a server would keep them: made on demand, edited by id, delivered in windows after a moment. */
export class StoryStore {
  private made = new Map<number, GridRow>()
  private loaded = new Set<number>()
  readonly total: number
  readonly delay: number
  readonly log: CellEdit[][] = []
  onArrive: () => void = () => {}

  constructor(total: number, delay: number) {
    this.total = total
    this.delay = delay
  }

  get(index: number): GridRow {
    const row = this.made.get(index) ?? makeRow(index)
    this.made.set(index, row)
    return row
  }

  row = (index: number): GridRow | undefined => (this.loaded.has(index) ? this.get(index) : undefined)

  need = (from: number, to: number): void => {
    setTimeout(() => {
      for (let index = Math.max(0, from); index < Math.min(to, this.total); index += 1) this.loaded.add(index)
      this.onArrive()
    }, this.delay)
  }

  all = async (from: number, to: number): Promise<GridRow[]> =>
    Array.from({ length: to - from }, (_, i) => this.get(from + i))

  /** Refuses the text 拒绝, so that reverting can be seen; loses the connection on 断网. */
  edit = async (edits: CellEdit[]): Promise<CellFailure[]> => {
    this.log.push(edits)
    await new Promise((done) => setTimeout(done, this.delay))
    if (edits.some(({ value }) => value === '断网')) throw new Error('offline')
    const failures: CellFailure[] = []
    for (const { rowId, key, value } of edits) {
      const index = Number(rowId.slice(1))
      const row = this.get(index)
      if (value === '拒绝') failures.push({ rowId, key, message: '服务器不接受这个值' })
      else this.made.set(index, { ...row, values: { ...row.values, [key]: value } })
    }
    this.onArrive()
    return failures
  }
}

export function storyGroups(total: number): GridGroup[] {
  const size = Math.ceil(total / 5)
  return Array.from({ length: 5 }, (_, i) => ({
    from: i * size,
    count: Math.min(size, total - i * size),
    label: `第 ${i + 1} 组（${Math.min(size, total - i * size)}）`,
    subtotals: { amount: '1234.50', count: '88' },
  }))
}
