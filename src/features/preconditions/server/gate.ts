import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Stage, stages } from '../../projects/stages.ts'
import type { FairReview } from '../contract.ts'
import { rulesWords } from '../model/rule-words.ts'
import { type Check, checkProject, type Line } from './check.ts'
import { listReviews } from './queries.ts'

/** What was found at the door, kept with the entry of the stage. */
export type Passed = { preconditions?: Pick<Check, 'rows' | 'parcels'>; fairReview?: FairReview }

/** A stage that a ledger wrote, or that is gone back to, is proven by its own door as well as by its evidence. */
const crosses = (from: Stage, to: Stage, door: Stage) =>
  to === door || (stages.indexOf(from) < stages.indexOf(door) && stages.indexOf(to) > stages.indexOf(door))

/** Signing needs a review of fair competition that lets it be signed; land is supplied where every rule is kept or decided upon. */
export async function passGates(
  db: Db,
  zoneId: string,
  line: Line & { name: string },
  from: Stage,
  to: Stage,
): Promise<Passed> {
  const fairReview = crosses(from, to, 'signed') ? await passReview(db, zoneId, line) : undefined
  const preconditions = crosses(from, to, 'landSupplied') ? await passRules(db, zoneId, line, to) : undefined
  return { ...(fairReview ? { fairReview } : {}), ...(preconditions ? { preconditions } : {}) }
}

export const letsSign = (review: FairReview | undefined) =>
  review !== undefined && review.conclusion !== 'conflicts'

async function passReview(
  db: Db,
  zoneId: string,
  { id, name }: Line & { name: string },
): Promise<FairReview> {
  const [review] = await listReviews(db, zoneId, id)
  if (review && letsSign(review)) return review
  throw new Problem(
    'preconditions_failed',
    review
      ? say(
          `“${name}”的公平竞争审查结论是“违反审查标准”（${review.reviewedOn}），不能签约。修改优惠条款后重新审查。`,
          `The fair competition review of “${name}” found that it conflicts (${review.reviewedOn}), so it cannot be signed. Change the terms and have them reviewed again.`,
        )
      : say(
          `“${name}”还没有公平竞争审查结论，不能签约。请在项目的“供地与承诺”里登记审查结论和审查表（《公平竞争审查条例》）。`,
          `“${name}” has no fair competition review yet, so it cannot be signed. Record the conclusion and its paper under the project’s “Land and promises”.`,
        ),
    { gate: 'fairReview' },
  )
}

const namesNoParcel = (name: string, unknown: readonly string[]) =>
  new Problem(
    'preconditions_failed',
    unknown.length === 0
      ? say(
          `“${name}”还没有写地块编号，核对不了这个地块的供地条件。请先在“概况”里填写地块。`,
          `“${name}” names no parcel yet, so that parcel’s conditions cannot be checked. Fill it in under “About”.`,
        )
      : say(
          `“空间”里没有编号为“${unknown.join('、')}”的地块，核对不了它的供地条件。请改正编号，或先把地块录入“空间”。`,
          `There is no parcel “${unknown.join(', ')}”, so its conditions cannot be checked. Correct the number, or bring the parcel in under “Space”.`,
        ),
    { gate: 'landSupplied', rules: [] },
  )

async function passRules(db: Db, zoneId: string, line: Line & { name: string }, to: Stage) {
  const { rows, parcels, unknownParcels, mustNameParcel } = await checkProject(db, zoneId, line)
  // Whoever names no parcel, or one that is none, would be bound by no parcel's conditions.
  if (to === 'landSupplied' && mustNameParcel) throw namesNoParcel(line.name, unknownParcels)
  const blocking = rows.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown')
  if (blocking.length === 0) return { rows, parcels }
  const list = (language: 'zh' | 'en') => rulesWords(blocking, language)
  throw new Problem(
    'preconditions_failed',
    say(
      `“${line.name}”还不能供地，${blocking.length} 条供地条件没有满足：${list('zh')}。`,
      `“${line.name}” cannot be supplied with land yet; ${blocking.length} conditions are not met: ${list('en')}.`,
    ),
    {
      gate: 'landSupplied',
      rules: blocking.map(({ setId, rule, verdict }) => ({ setId, ruleId: rule.id, verdict })),
    },
  )
}
