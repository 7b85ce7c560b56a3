import type { BasemapValues } from '../model/sources.ts'

/** What is edited; an empty key is no new one. */
export type BasemapDraft = BasemapValues & { key: string }
