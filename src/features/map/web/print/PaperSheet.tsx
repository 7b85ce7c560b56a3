import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Sheet } from './Sheet.tsx'
import type { SheetContent } from './sheet-content.ts'

type PaperSheetProps = { content: SheetContent; picture: string; onEnd: () => void }

/** For the browser’s own dialog: the sheet alone, in millimetres, its letters as letters. */
export function PaperSheet({ content, picture, onEnd }: PaperSheetProps) {
  const end = useRef(onEnd)
  end.current = onEnd
  const { width, height } = content.size.mm
  useEffect(() => {
    const ended = () => end.current()
    addEventListener('afterprint', ended)
    const ready = new Image()
    ready.src = picture
    void ready.decode().then(() => window.print(), ended)
    return () => {
      removeEventListener('afterprint', ended)
      URL.revokeObjectURL(picture)
    }
  }, [picture])
  return createPortal(
    <div className="zt-paper zt-paper-sheet" style={{ width: `${width}mm`, height: `${height}mm` }}>
      <style>{`@page { size: ${width}mm ${height}mm; margin: 0 }`}</style>
      <Sheet content={content} picture={picture} />
    </div>,
    document.body,
  )
}
