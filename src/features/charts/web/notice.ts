import { createContext, useContext } from 'react'

export type Notice = { kind: 'kept' | 'told' | 'refused'; text: string }
type Notices = {
  notice: Notice | undefined
  say: (kind: Notice['kind'], text: string) => void
  clear: () => void
}

export const NoticeContext = createContext<Notices>({
  notice: undefined,
  say: () => undefined,
  clear: () => undefined,
})
/** What came of the last act in the chart, said in one line under it. */
export const useNotice = () => useContext(NoticeContext)
