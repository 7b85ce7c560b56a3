import type { CheckedRule, KeptPromise } from '../contract.ts'
import type { PromiseState } from '../model/promise-state.ts'

/** What a person is about to say, promise or decide. */
export type Asked =
  | { act: 'confirm' | 'exempt'; row: CheckedRule }
  | { act: 'promise'; indicator: string | undefined }
  | { act: 'actual'; promise: KeptPromise }

/** Of the list of promises, as the address has it. */
export type PromisesAsked = { state: PromiseState | undefined; corps: string | undefined }
