import { useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../../../web/api.ts'
import { type Refusal, refusalOf, type UploadRoom } from './accepted-file.ts'
import { uploadFile } from './upload-file.ts'

export type Upload =
  | { kind: 'idle' }
  | { kind: 'refused'; refusal: Refusal; name: string }
  | { kind: 'sending'; file: File; ratio: number }
  | { kind: 'problem'; file: File; problem: ApiProblem }
  /** `arrived`: all was sent, so the server may have it although no answer came. */
  | { kind: 'lost'; file: File; arrived: boolean }

/** One file on its way to a room of the server; `onDone` gets what it answered. */
export function useUpload<T>({ path, accepted }: UploadRoom, onDone: (answer: T) => void) {
  const [state, setState] = useState<Upload>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function send(file: File) {
    const control = new AbortController()
    running.current = control
    let arrived = false
    setState({ kind: 'sending', file, ratio: 0 })
    const end = await uploadFile<T>(path, file, control.signal, (ratio) => {
      arrived = ratio >= 1
      setState({ kind: 'sending', file, ratio })
    })
    if (end.kind === 'done') return onDone(end.answer)
    if (end.kind === 'cancelled') return setState({ kind: 'idle' })
    setState(
      end.kind === 'problem'
        ? { kind: 'problem', file, problem: end.problem }
        : { kind: 'lost', file, arrived },
    )
  }

  function offer(files: readonly File[]) {
    const [file] = files
    if (state.kind === 'sending') return
    const refusal = refusalOf(files, accepted)
    if (refusal || !file)
      return setState({ kind: 'refused', refusal: refusal ?? 'folder', name: file?.name ?? '' })
    void send(file)
  }

  return {
    state,
    offer,
    cancel: () => running.current?.abort(),
    again: () => (state.kind === 'problem' || state.kind === 'lost') && void send(state.file),
  }
}
