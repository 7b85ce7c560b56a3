import { useLanguage } from '../../../web/i18n/index.ts'
import { type RoomState, roomStateWords } from '../words.ts'
import './state-mark.css'

/** What a room is: fill, pattern and word, as the picture of its building draws it. */
export function StateMark({ state, wordless }: { state: RoomState; wordless?: boolean }) {
  const { language } = useLanguage()
  return (
    <span className="zt-room-state">
      <span className="zt-room-fill" data-state={state} aria-hidden="true" />
      {!wordless && roomStateWords[state][language]}
    </span>
  )
}
