import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { UploadRoom } from './accepted-file.ts'
import { UploadState } from './UploadState.tsx'
import { useUpload } from './useUpload.ts'

type DropAreaProps<T> = { room: UploadRoom; onDone: (answer: T) => void; onUncertain: () => void }

/** Where a file is dropped or chosen. While one is on its way, its progress stands in the same place. */
export function DropArea<T>({ room, onDone, onUncertain }: DropAreaProps<T>) {
  const t = useWords(room.words)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const upload = useUpload<T>(room, onDone)

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    upload.offer([...event.dataTransfer.files])
  }
  const dragging = (on: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(on)
  }
  const choose = () => input.current?.click()

  return (
    <section
      className="zt-drop"
      aria-label={t('drop.label')}
      data-over={over || undefined}
      onDragEnter={dragging(true)}
      onDragOver={dragging(true)}
      onDragLeave={dragging(false)}
      onDrop={onDrop}
    >
      <input
        ref={input}
        type="file"
        accept={room.kinds}
        className="zt-unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          upload.offer([...(event.target.files ?? [])])
          // The same file may be chosen again after it was put right.
          event.target.value = ''
        }}
      />
      {upload.state.kind === 'idle' ? (
        <p className="zt-drop-invite">
          {over ? (
            t('drop.release')
          ) : (
            <>
              <span className="zt-drop-words">{t('drop.invite')}</span>
              <Button type="primary" onClick={choose}>
                {t('drop.choose')}
              </Button>
            </>
          )}
          <span className="zt-quiet">{t('drop.kinds')}</span>
        </p>
      ) : (
        <UploadState
          words={room.words}
          state={upload.state}
          cancel={upload.cancel}
          again={upload.again}
          choose={choose}
          look={onUncertain}
        />
      )}
    </section>
  )
}
