import { raisedActs } from './raised/acts.ts'
import { raisedAgreements } from './raised/agreements.ts'
import { raisedBlockers } from './raised/blockers.ts'
import { raisedImports } from './raised/imports.ts'
import { raisedVerifications } from './raised/verifications.ts'
import type { RaisedSource, WaitingSource } from './source.ts'
import { firstPasswords, lockedAccounts } from './waiting/accounts.ts'
import { actsToCome, draftActs } from './waiting/acts.ts'
import { agreementsWaiting } from './waiting/agreements.ts'
import { blockersWaiting } from './waiting/blockers.ts'
import { importsWaiting } from './waiting/imports.ts'
import { logWaiting, unusualEvents } from './waiting/log.ts'
import { monthsUntold, withoutOfficer } from './waiting/projects.ts'
import { verificationsWaiting } from './waiting/verifications.ts'

/**
 * Everything that can wait for somebody, in the order in which it is shown: a feature joins with a line here. Doubles
 * are asked for by themselves (web/DoublesLine.tsx): to find them in a large zone takes longer than all of this.
 */
export const waitingSources: readonly WaitingSource[] = [
  blockersWaiting,
  agreementsWaiting,
  verificationsWaiting,
  monthsUntold,
  withoutOfficer,
  importsWaiting,
  draftActs,
  actsToCome,
  lockedAccounts,
  firstPasswords,
  unusualEvents,
  logWaiting,
]

/** Everything that a person can put in motion and then follow. */
export const raisedSources: readonly RaisedSource[] = [
  raisedBlockers,
  raisedAgreements,
  raisedVerifications,
  raisedImports,
  raisedActs,
]
