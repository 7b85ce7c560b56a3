import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { notAllowed, Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { AgreeInput, AgreementState } from '../contract.ts'
import { type PlainSide, sidesOf } from '../model/sides.ts'
import { type AgreementRow, holdAgreement } from './agreement-queries.ts'
import { carryOut } from './carry-out.ts'
import { answersOnBehalf, mayAnswer, mayWithdraw } from './policy.ts'
import { findProject } from './project.ts'
import { isWithdrawable } from './shown-agreements.ts'
import { addStep, causedBy, moveTo } from './steps.ts'

/** A side agrees; with the last one it is agreed, and takes effect if its day has come. Answers with the project. */
export async function agree(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { unitId, note, officer }: AgreeInput,
): Promise<string> {
  const { row, side, by } = await holdFor(db, actor, author, id, unitId)
  if (officer && (row.kind !== 'transfer' || unitId === null || unitId !== row.toUnitId))
    throw new Problem(
      'invalid_input',
      say('责任人由接收单位指定。', 'The unit that takes the project over names its officer.'),
    )
  const said = { unitId, unitName: side.unitName, onBehalf: answersOnBehalf(actor, unitId), note }
  await addStep(db, by, id, 'agreed', said)
  const now = officer ? await chooseOfficer(db, by, row, officer.trim()) : row
  const waiting = sidesOf(row, row.steps).filter((one) => !one.agreed && one.unitId !== unitId)
  if (waiting.length > 0) return row.projectId
  if (row.effectiveOn <= shanghaiDay(author.at)) await carryOut(db, author, now)
  else await moveTo(db, by, now, 'agreed')
  return row.projectId
}

export async function refuse(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { unitId, note }: { unitId: string | null; note: string },
) {
  const { row, side, by } = await holdFor(db, actor, author, id, unitId)
  const said = { unitId, unitName: side.unitName, onBehalf: answersOnBehalf(actor, unitId), note }
  await moveTo(db, by, row, 'refused', said)
}

/** Whoever proposed thinks better of it, before it takes effect. */
export async function withdraw(db: Db, actor: Actor, author: Author, id: string, note: string) {
  const row = await holdAgreement(db, author.zoneId, id)
  if (!mayWithdraw(actor, row))
    throw notAllowed(
      `这份协议由${row.proposedBy}提出，由本人（仍任“${row.fromName}”指挥长）或管委会领导撤回。`,
      `${row.proposedBy} proposed this agreement; they, while commander of “${row.fromName}”, or a director withdraw it.`,
    )
  if (!isWithdrawable(row)) throw over(row)
  const by = causedBy(author, row)
  await moveTo(db, by, row, 'withdrawn', { note })
}

async function holdFor(db: Db, actor: Actor, author: Author, id: string, unitId: string | null) {
  const row = await holdAgreement(db, author.zoneId, id)
  const side = sidesOf(row, row.steps).find((one) => one.unitId === unitId)
  if (!side)
    throw new Problem(
      'invalid_input',
      say('这个单位不是协议的一方。', 'This unit is no side of the agreement.'),
    )
  if (!mayAnswer(actor, unitId))
    throw notAllowed(
      `“${side.unitName}”由其指挥长表态，或由管委会领导代为办理。`,
      `The commander of “${side.unitName}” answers for it, or a director on its behalf.`,
    )
  if (row.state !== 'proposed') throw over(row)
  if (side.agreed) throw agreedAlready(side)
  await findProject(db, author.zoneId, row.projectId, 'hold')
  return { row, side, by: causedBy(author, row) }
}

async function chooseOfficer(db: Db, author: Author, row: AgreementRow, officer: string) {
  await updateRows(db, author, 'agreement', [{ id: row.id, revision: row.revision, set: { officer } }])
  return { ...row, officer, revision: row.revision + 1 }
}

const agreedAlready = ({ unitName, agreed }: PlainSide) =>
  new Problem(
    'conflict',
    say(
      `“${unitName}”已由${agreed?.takenBy ?? ''}表示同意。`,
      `${agreed?.takenBy ?? ''} has agreed for “${unitName}” already.`,
    ),
  )

const stateWords: Record<AgreementState, [string, string]> = {
  proposed: ['待各方表态', 'still waits for answers'],
  agreed: ['各方已同意', 'is agreed by all'],
  done: ['已经生效', 'has taken effect'],
  refused: ['已被拒绝', 'was refused'],
  withdrawn: ['已经撤回', 'was withdrawn'],
  stopped: ['已经中止', 'was stopped'],
  replaced: ['已被新协议取代', 'was replaced by a newer one'],
  takenBack: ['已经退回', 'was taken back'],
}

/** It has been decided otherwise, perhaps in this moment: by whom and when. */
export function over(row: AgreementRow) {
  const last = row.steps.findLast(({ kind }) => kind === row.state)
  const [zh, en] = stateWords[row.state]
  return new Problem(
    'conflict',
    say(
      `这份协议${zh}${last ? `（${last.takenBy}，${shanghaiDay(Date.parse(last.takenAt))}）` : ''}，不能再办理。`,
      `This agreement ${en}${last ? ` (${last.takenBy}, ${shanghaiDay(Date.parse(last.takenAt))})` : ''}; nothing more can be done to it.`,
    ),
  )
}
