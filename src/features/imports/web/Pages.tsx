import { Pagination } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'

type Props = { page: number; size: number; total: number; words: string; onTurn: (page: number) => void }

export function Pages({ page, size, total, words, onTurn }: Props) {
  const t = useWords('imports')
  if (total <= size) return null
  return (
    <Pagination
      className="zt-check-pages"
      size="small"
      current={page}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      showTotal={(all, [from, to]) => t(words, { from, to, total: all })}
      onChange={onTurn}
    />
  )
}
