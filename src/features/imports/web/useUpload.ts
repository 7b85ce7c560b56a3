import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../../../web/api.ts'
import { type Refusal, refusalOf } from './accepted-file.ts'
import { uploadFile } from './upload-file.ts'
import { importKeys } from './useImports.ts'

export type Upload =
  | { kind: 'idle' }
  | { kind: 'refused'; refusal: Refusal; name: string }
  | { kind: 'sending'; file: File; ratio: number }
  | { kind: 'problem'; file: File; problem: ApiProblem }
  /** `arrived`: all was sent, so the server may have it although no answer came. */
  | { kind: 'lost'; file: File; arrived: boolean }

/** One workbook on its way to the server; `onDone` gets the new import's id. */
export function useUpload(onDone: (id: string) => void) {
  const client = useQueryClient()
  const [state, setState] = useState<Upload>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function send(file: File) {
    const control = new AbortController()
    running.current = control
    let arrived = false
    setState({ kind: 'sending', file, ratio: 0 })
    const end = await uploadFile(file, control.signal, (ratio) => {
      arrived = ratio >= 1
      setState({ kind: 'sending', file, ratio })
    })
    if (end.kind === 'done') {
      client.setQueryData(importKeys.one(end.ledgerImport.id), end.ledgerImport)
      void client.invalidateQueries({ queryKey: [...importKeys.list, 'list'] })
      return onDone(end.ledgerImport.id)
    }
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
    const refusal = refusalOf(files)
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
