import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { notAllowed, Problem, say } from '../../../server/errors.ts'
import { addDays, isDay, shanghaiDay } from '../../../shared/days.ts'
import { standingWords } from '../../projects/stages.ts'
import type { AgreementInput, Share } from '../contract.ts'
import { shareFault } from '../model/shares.ts'
import { sidesOf } from '../model/sides.ts'
import { listOfProject } from './agreement-queries.ts'
import { answersOnBehalf, mayAnswer, mayPropose } from './policy.ts'
import { findProject, findUnit, type HeldProject } from './project.ts'
import { readFirstContact } from './read-first-contact.ts'
import { shareSentence } from './share-words.ts'
import { addStep, causedBy } from './steps.ts'

export type From = { unitId: string; unitName: string } | null

/** Whose a project is to hand over: its corps', or before it has one, theirs who hold the first contact. */
export async function fromOf(db: Db, zoneId: string, project: HeldProject, today: string): Promise<From> {
  const unitId = project.corpsId ?? (await readFirstContact(db, zoneId, project)).holder?.unitId ?? undefined
  const unit = unitId ? await findUnit(db, zoneId, unitId, today) : undefined
  return unit ? { unitId: unit.id, unitName: unit.name } : null
}

/** Proposes to hand a project over, or to keep it jointly: whoever commands a side agrees by proposing. */
export async function propose(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  input: AgreementInput,
) {
  const today = shanghaiDay(author.at)
  const project = await findProject(db, author.zoneId, projectId, 'hold')
  const from = await fromOf(db, author.zoneId, project, today)
  if (!mayPropose(actor, from?.unitId ?? null))
    throw notAllowed(
      `流转和共建由${from ? `“${from.unitName}”` : '项目所在单位'}的指挥长提出，或由管委会领导提出。`,
      `Transfers and joint projects are proposed by the commander of ${from ? `“${from.unitName}”` : 'the unit that has the project'}, or by a director.`,
    )
  if (!from)
    throw new Problem(
      'conflict',
      say(
        '项目还没有落户兵团，也没有首谈单位，无从流转。请先填写落户兵团或登记首谈。',
        'The project has neither a corps nor a first contact, so nobody can hand it over. Enter its corps or register the first contact.',
      ),
    )
  refuseUnlessUnderWay(project)
  await refuseIfOpen(db, author.zoneId, projectId)
  const effectiveOn = effectiveDay(input.effectiveOn ?? today, today)
  const to = await destinationOf(db, author.zoneId, input, from, effectiveOn)
  const shares = await sharesOf(db, author.zoneId, input, to, effectiveOn)
  if (input.kind === 'joint') refuseUnlessJoint(shares, from)
  const id = uuidv7()
  const by = causedBy(author, { id, kind: input.kind })
  await insertRows(db, by, 'agreement', [
    {
      id,
      projectId,
      kind: input.kind,
      fromUnitId: from.unitId,
      fromName: from.unitName,
      ...to,
      effectiveOn,
      reason: input.reason.trim(),
      state: 'proposed',
      proposedBy: actor.memberId,
      proposedAt: author.at,
    },
  ])
  await insertRows(
    db,
    by,
    'benefit_share',
    shares.map((share, position) => ({ id: uuidv7(), agreementId: id, position, ...share })),
  )
  await addStep(db, by, id, 'proposed', { note: input.reason })
  const sides = sidesOf(
    { kind: input.kind, fromUnitId: from.unitId, fromName: from.unitName, ...to, shares },
    [],
  )
  for (const { unitId, unitName } of sides)
    if (mayAnswer(actor, unitId) && !answersOnBehalf(actor, unitId))
      await addStep(db, by, id, 'agreed', { unitId, unitName })
}

function refuseUnlessUnderWay({ standing }: HeldProject) {
  if (standing === 'ongoing' || standing === 'onHold') return
  const { zh, en } = standingWords[standing]
  throw new Problem(
    'conflict',
    say(
      `项目现为“${zh}”，推进中或暂缓的项目才能流转或共建。`,
      `The project is “${en}”; only ongoing projects, or those on hold, are transferred or kept jointly.`,
    ),
  )
}

async function refuseIfOpen(db: Db, zoneId: string, projectId: string) {
  const open = (await listOfProject(db, zoneId, projectId)).find(
    ({ state }) => state === 'proposed' || state === 'agreed',
  )
  if (open)
    throw new Problem(
      'conflict',
      say(
        `${open.proposedBy}已于 ${shanghaiDay(open.proposedAt)} 提出一份协议，还没有办结。请先办结或撤回。`,
        `${open.proposedBy} proposed an agreement on ${shanghaiDay(open.proposedAt)} that is still open. Finish or withdraw it first.`,
      ),
    )
}

const farthestDays = 366

function effectiveDay(day: string, today: string) {
  if (isDay(day) && day >= today && day <= addDays(today, farthestDays)) return day
  throw new Problem(
    'invalid_input',
    say(
      `生效日“${day}”应为今天（${today}）起一年以内的日期；已往的日子不能补办。`,
      `“${day}” must be a day from today (${today}) on, within a year; nothing takes effect in the past.`,
    ),
  )
}

async function destinationOf(
  db: Db,
  zoneId: string,
  { kind, toUnitId, destination }: AgreementInput,
  from: NonNullable<From>,
  day: string,
): Promise<{ toUnitId: string | null; toName: string | null }> {
  if (kind === 'joint') {
    if (!toUnitId && !destination) return { toUnitId: null, toName: null }
    throw new Problem(
      'invalid_input',
      say('共建项目不换兵团，请不要填流转去向。', 'A joint project goes nowhere; leave out where to.'),
    )
  }
  if (Boolean(toUnitId) === Boolean(destination))
    throw new Problem(
      'invalid_input',
      say(
        '请填写流转去向：区内兵团或区外地点，只填一个。',
        'Say where to: a corps of the zone, or a place outside.',
      ),
    )
  if (destination) return { toUnitId: null, toName: destination.trim() }
  const unit = await findUnit(db, zoneId, toUnitId ?? '', day)
  if (unit?.kind !== 'corps')
    throw new Problem(
      'invalid_input',
      say(
        `项目只能流转到兵团：${day} 没有这个兵团，请从列表中选择。`,
        `A project goes to a corps: there is no such corps on ${day}. Choose one of the list.`,
      ),
    )
  if (unit.id === from.unitId)
    throw new Problem(
      'invalid_input',
      say(`项目已在“${unit.name}”，不必流转。`, `The project is with “${unit.name}” already.`),
    )
  return { toUnitId: unit.id, toName: unit.name }
}

async function sharesOf(
  db: Db,
  zoneId: string,
  { shares }: AgreementInput,
  to: { toUnitId: string | null; toName: string | null },
  day: string,
): Promise<Share[]> {
  const named: Share[] = []
  for (const [at, { unitId, percent }] of shares.entries()) {
    const unit = unitId ? await findUnit(db, zoneId, unitId, day) : undefined
    const unitName = unitId ? unit?.name : to.toUnitId === null ? to.toName : undefined
    if (!unitName)
      throw new Problem(
        'invalid_input',
        say(
          `第 ${at + 1} 个分成单位${unitId ? `在 ${day} 不存在` : '没有填写'}，请从列表中选择。`,
          `Share ${at + 1} names no unit that stands on ${day}; choose one of the list.`,
        ),
      )
    named.push({ unitId, unitName, percent })
  }
  const fault = shareFault(named)
  if (fault) throw new Problem('invalid_input', shareSentence(fault, named))
  return named
}

function refuseUnlessJoint(shares: readonly Share[], { unitId, unitName }: NonNullable<From>) {
  if (shares.length >= 2 && shares.some((share) => share.unitId === unitId)) return
  throw new Problem(
    'invalid_input',
    say(
      `共建至少有两个单位，牵头的“${unitName}”须在其中。`,
      `A joint project has two units at least, “${unitName}”, which leads it, among them.`,
    ),
  )
}
