import { useEffect } from 'react'
import { type GridTexts, say } from './texts.ts'

/** `failures`: offer to go to the next refused cell. */
export type Notice = { text: string; failures?: boolean }

const SHOWN_FOR = 6000

type Props = { notice: Notice | null; texts: GridTexts; onNext: () => void; onClose: () => void }

/** One quiet line about what just happened; it stays while there is something to put right. */
export function NoticeLine({ notice, texts, onNext, onClose }: Props) {
  useEffect(() => {
    if (!notice || notice.failures) return
    const timer = setTimeout(onClose, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [notice, onClose])
  return (
    <div role="status" className={`ztg-notice${notice ? '' : ' ztg-unseen'}`}>
      {notice?.text}
      {notice?.failures && (
        <button type="button" onClick={onNext}>
          {say(texts, 'nextRejected')}
        </button>
      )}
      {notice && (
        <button type="button" aria-label={say(texts, 'dismiss')} onClick={onClose}>
          ×
        </button>
      )}
    </div>
  )
}
