import { type Actor, has } from '../../../server/access.ts'
import type { LedgerImport } from '../contract.ts'

type Status = { status: string }
const open = ({ status }: Status) => status === 'read' || status === 'checked'

/** What may be done to an import as it stands, by those who keep the whole ledger. */
const acts: Record<string, (one: Status) => boolean> = {
  read: () => true,
  check: open,
  apply: open,
  discard: open,
  undo: ({ status }) => status === 'applied',
}

export const abilitiesOn = (actor: Actor, one: Status): LedgerImport['abilities'] =>
  Object.keys(acts).filter((act) => has(actor, 'director', 'analyst') && acts[act]?.(one))
