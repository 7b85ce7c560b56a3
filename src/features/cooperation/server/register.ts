import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { type Language, notAllowed, Problem, say } from '../../../server/errors.ts'
import { isDay, monthOf, shanghaiDay } from '../../../shared/days.ts'
import { writeProjects } from '../../projects/server/write-projects.ts'
import type { FirstContactInput, Registered } from '../contract.ts'
import { matchOf } from '../model/match.ts'
import { firstContactRule } from '../model/rules.ts'
import { contestOf, holderOf, isLate, outcomeOf } from '../model/settle.ts'
import { listDecisions, listFirstContacts } from './first-contact-queries.ts'
import { mayRegister } from './policy.ts'
import {
  findProject,
  findUnit,
  type HeldProject,
  holdRegister,
  listCandidates,
  lookBeyondReach,
} from './project.ts'
import { writeHolder } from './write-holder.ts'

type Unit = { id: string; name: string; kind: string }
/** Seen: the person may know of it. */
type Found = { project: HeldProject; isSeen: boolean }

/**
 * A unit registers that it spoke first. The registration stands whatever comes of it; only then is anything said, and of
 * a project out of the person's sight no more than that another was there before.
 */
export async function register(
  db: Db,
  actor: Actor,
  author: Author,
  language: Language,
  input: FirstContactInput,
): Promise<Registered> {
  const { zoneId } = author
  const today = shanghaiDay(author.at)
  const unit = await findUnit(db, zoneId, input.unitId, today)
  if (!unit || !mayRegister(actor, input.unitId))
    throw notAllowed(
      '首谈只能由本单位登记：请选您任职的单位，或请管委会代为登记。',
      'A unit registers its own first contacts: choose a unit of your posts, or ask the zone’s office.',
    )
  checkDay(input, today)
  await holdRegister(db, zoneId)
  const known = input.projectId ? await findProject(db, zoneId, input.projectId, 'hold') : undefined
  const found: Found = known
    ? { project: known, isSeen: true }
    : ((await findMatch(db, author, unit, input)) ?? {
        project: await addLead(db, author, unit, input),
        isSeen: true,
      })
  const { project, isSeen } = found
  const place = {
    isUnseen: !isSeen,
    registrations: await listFirstContacts(db, zoneId, project.id),
    decisions: await listDecisions(db, zoneId, [project.id]),
    ledgerUnit: project.firstContactUnit,
  }
  const row = {
    id: uuidv7(),
    unitId: unit.id,
    unitName: unit.name,
    contactOn: input.contactOn,
    registeredAt: author.at.toISOString(),
    contested: null,
  }
  const contested = contestOf(row, place)
  const by: Author = { ...author, cause: { kind: 'first_contact', id: row.id } }
  await insertRows(db, by, 'first_contact', [
    {
      ...row,
      contested,
      projectId: project.id,
      called: input.projectName?.trim() || project.name,
      investor: input.investor?.trim() || null,
      note: input.note.trim(),
      explanation: input.explanation?.trim() || null,
      registeredBy: actor.memberId,
    },
  ])
  const holder = holderOf([...place.registrations, { ...row, contested }], place.decisions)
  const former = holderOf(place.registrations, place.decisions)
  // One that settles nothing changes nothing, though the ledger say otherwise by another's hand.
  if (contested === null && holder?.unitId !== former?.unitId) await writeHolder(db, by, project, holder)
  const before = place.registrations.find((one) => one.unitId !== unit.id)
  const outcome = outcomeOf({ ...row, contested }, holder)
  const registeredOn = before && outcome !== 'first' ? shanghaiDay(Date.parse(before.registeredAt)) : null
  return {
    id: row.id,
    outcome,
    projectId: isSeen ? project.id : null,
    registeredOn,
    message: sentence(outcome, isSeen, registeredOn)[language],
  }
}

function checkDay({ contactOn, explanation }: FirstContactInput, today: string) {
  if (!isDay(contactOn) || contactOn > today)
    throw new Problem(
      'invalid_input',
      say(
        `首谈日期“${contactOn}”不是今天或以前的日期。`,
        `“${contactOn}” is no day of today or before; a first contact has happened.`,
      ),
    )
  if (isLate(contactOn, today) && !explanation?.trim())
    throw new Problem(
      'invalid_input',
      say(
        `首谈日期 ${contactOn} 距今超过 ${firstContactRule.lateAfterDays} 天，请说明为何现在才登记、有何凭据。`,
        `${contactOn} is more than ${firstContactRule.lateAfterDays} days ago: say why it is registered only now and what proves it.`,
      ),
    )
}

async function findMatch(
  db: Db,
  author: Author,
  unit: Unit,
  { projectName, investor }: FirstContactInput,
): Promise<Found | undefined> {
  const name = projectName?.trim()
  if (!name)
    throw new Problem(
      'invalid_input',
      say('请填写项目名称或选一个项目。', 'Name the project, or choose one.'),
    )
  const { zoneId } = author
  const seen = new Set((await listCandidates(db, zoneId)).map(({ projectId }) => projectId))
  await lookBeyondReach(db, author)
  const candidates = await listCandidates(db, zoneId)
  const id = matchOf(
    { name, investor: investor?.trim() || null },
    candidates.map((one) => ({
      ...one,
      isSeen: seen.has(one.projectId),
      isOwn: one.corpsId === unit.id || one.firstContactUnit === unit.name,
    })),
  )
  return id ? { project: await findProject(db, zoneId, id, 'hold'), isSeen: seen.has(id) } : undefined
}

/** Nobody has it: it is a new lead of this unit. */
async function addLead(
  db: Db,
  author: Author,
  unit: Unit,
  { projectName, investor }: FirstContactInput,
): Promise<HeldProject> {
  const projectId = uuidv7()
  const today = shanghaiDay(author.at)
  await writeProjects(db, author, [
    {
      projectId,
      isNew: true,
      period: monthOf(today),
      set: {
        name: projectName?.trim() ?? '',
        investor: investor?.trim() || null,
        'lead.actual': today,
        ...(unit.kind === 'corps' ? { corps: unit.id } : {}),
        // At once: whoever writes a row must be among those who may know of it.
        firstContactUnit: unit.name,
      },
    },
  ])
  return findProject(db, author.zoneId, projectId)
}

function sentence(outcome: Registered['outcome'], isSeen: boolean, day: string | null) {
  if (outcome === 'first') return say('已登记，贵单位为首谈单位。', 'Registered: your unit came first.')
  if (outcome === 'later')
    return say(
      '已登记。另有单位首谈在先，首谈单位不变。',
      'Registered. Another unit spoke first, so the first contact stays with it.',
    )
  if (isSeen)
    return say(
      '已登记，与现有首谈不一致，等待管委会裁定。',
      'Registered. It differs from the first contact on record; the zone’s office decides.',
    )
  return day
    ? say(
        `已登记。另有单位已于 ${day} 先行登记，请与管委会联系，由管委会裁定。`,
        `Registered. Another unit registered before, on ${day}. Ask the zone’s office, which decides.`,
      )
    : say(
        '已登记。台账中另有单位在先，请与管委会联系，由管委会裁定。',
        'Registered. Another unit is in the ledger before you. Ask the zone’s office, which decides.',
      )
}
