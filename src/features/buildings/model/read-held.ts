import type { Reading } from '../import-contract.ts'
import type { LeaseKind } from '../words.ts'
import { finding, type Held, type Line } from './line.ts'
import { dayIn, type Said, statusIn, termIn, textIn } from './read-cells.ts'
import { rentIn } from './read-rent.ts'
import { type Cells, dayOf } from './row-cells.ts'

/** Offices write the state of an empty room where its tenant would stand. */
const stateForTenant = /^(?:空置?|闲置|空闲|待租|招租中?|可租|自用|预留|保留)$/
const veil = /知情范围内可见|need to know/

const holds = (said: Said | null): said is LeaseKind =>
  said === 'lease' || said === 'own_use' || said === 'reservation'

/** Who holds the room by the row, if it says so; its status stays beside, to be compared with the days. */
export function heldIn(line: Line, cells: Cells, reading: Reading) {
  const named = cells.text('tenant')
  if (named && stateForTenant.test(named)) line.status ??= statusIn(named) ?? null
  const tenant = named && !stateForTenant.test(named) && !veil.test(named) ? named.slice(0, 200) : null
  const [fromOn, toOn] = daysIn(line, cells)
  const by = cells.text('heldBy')
  const said = (by ? statusIn(by) : undefined) ?? line.status
  const kind = holds(said) ? said : tenant !== null || fromOn !== null || toOn !== null ? 'lease' : undefined
  if (!kind) return
  const rent = rentIn(line, cells, 'rent', reading)
  const held: Held = {
    kind,
    tenant,
    contractNo: cells.text('contract')?.slice(0, 100) ?? null,
    fromOn,
    toOn,
    rent: rent?.rent ?? null,
    rentUnit: rent?.unit ?? null,
  }
  if (fromOn && toOn && toOn < fromOn)
    line.findings.push(finding('ends_before', 'stop', cells.at('to'), toOn, { from: fromOn }))
  if (kind === 'lease' && tenant === null && !veil.test(named ?? ''))
    line.findings.push(finding('no_tenant', 'warn', cells.at('tenant')))
  if (kind !== 'own_use' && toOn === null) line.findings.push(finding('no_end', 'warn', cells.at('to')))
  line.held = held
}

function daysIn(line: Line, cells: Cells): [string | null, string | null] {
  const from = dayOf(line, cells, 'from', 'first')
  const to = dayOf(line, cells, 'to', 'last')
  const term = textIn(cells.get('term'))
  if (term === null || (from && to)) return [from, to]
  const ends = termIn(term)
  const [first, last] = ends ? [dayIn(ends[0], 'first'), dayIn(ends[1], 'last')] : []
  if (!first || !last) {
    line.findings.push(finding('term_unread', 'warn', cells.at('term'), term))
    return [from, to]
  }
  return [from ?? first.day, to ?? last.day]
}
