import type { CheckedRule } from '../contract.ts'

/** What a person is about to say, promise or decide. */
export type Asked =
  | { act: 'confirm' | 'exempt'; row: CheckedRule }
  | { act: 'promise'; indicator: string | undefined }
