import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, notAllowed, Problem, say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { writeProjects } from '../../projects/server/write-projects.ts'
import { findFirstContact, listFirstContacts } from './first-contact-queries.ts'
import { mayDecide } from './policy.ts'
import { findProject, findUnit, holdRegister } from './project.ts'
import { writeHolder } from './write-holder.ts'

const refused = () =>
  notAllowed('首谈争议由管委会领导或统计督查裁定。', 'Directors or analysts decide about first contacts.')

/** Says, for good until it is said again, which of the units came first. */
export async function decideFirstContact(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { unitId, reason }: { unitId: string; reason: string },
) {
  if (!mayDecide(actor)) throw refused()
  await holdRegister(db, author.zoneId)
  const project = await findProject(db, author.zoneId, projectId, 'hold')
  const registered = (await listFirstContacts(db, author.zoneId, projectId)).some(
    (one) => one.unitId === unitId,
  )
  const unit = await findUnit(db, author.zoneId, unitId, shanghaiDay(author.at))
  if (!registered || !unit)
    throw new Problem(
      'invalid_input',
      say(
        `“${unit?.name ?? unitId}”没有登记过这个项目的首谈，请在已登记的单位中选择。`,
        `“${unit?.name ?? unitId}” has registered no first contact of this project; choose one that has.`,
      ),
    )
  await insertDecision(db, actor, author, { projectId, unit, reason, project })
}

/** What was registered is another project than it was taken for: it goes into the ledger as its unit's own. */
export async function separate(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { reason }: { reason: string },
): Promise<string> {
  if (!mayDecide(actor)) throw refused()
  await holdRegister(db, author.zoneId)
  const row = found(await findFirstContact(db, author.zoneId, id), say('首谈登记', 'first contact'), id)
  if (row.contested !== 'unseen')
    throw new Problem(
      'conflict',
      say(
        '这条登记本就是对这个项目登记的，不能另立项目。',
        'This was registered for this very project; it is not another one.',
      ),
    )
  const unit = { id: row.unitId, name: row.unitName, kind: '' }
  const now = await findUnit(db, author.zoneId, row.unitId, shanghaiDay(author.at))
  const by: Author = { ...author, cause: { kind: 'first_contact', id } }
  const projectId = uuidv7()
  await writeProjects(db, by, [
    {
      projectId,
      isNew: true,
      period: monthOf(shanghaiDay(author.at)),
      set: {
        name: row.called,
        investor: row.investor,
        ...(now?.kind === 'corps' ? { corps: row.unitId } : {}),
        firstContactUnit: now?.name ?? row.unitName,
      },
    },
  ])
  const set = { projectId, contested: null }
  const written = await updateRows(db, by, 'first_contact', [{ id, revision: row.revision, set }])
  if (written.size === 0) throw overtaken()
  const project = await findProject(db, author.zoneId, projectId)
  await insertDecision(db, actor, author, { projectId, unit: now ?? unit, reason, project })
  return projectId
}

async function insertDecision(
  db: Db,
  actor: Actor,
  author: Author,
  given: {
    projectId: string
    unit: { id: string; name: string }
    reason: string
    project: { id: string; firstContactUnit: string | null }
  },
) {
  const { projectId, unit, project } = given
  const id = uuidv7()
  const by: Author = { ...author, cause: { kind: 'first_contact', id } }
  await insertRows(db, by, 'first_contact_decision', [
    {
      id,
      projectId,
      unitId: unit.id,
      unitName: unit.name,
      reason: given.reason.trim(),
      decidedBy: actor.memberId,
      decidedAt: author.at,
    },
  ])
  const holder = { unitId: unit.id, unitName: unit.name, by: 'decision' as const, firstContactId: null }
  await writeHolder(db, by, project, holder)
}

const overtaken = () =>
  new Problem(
    'conflict',
    say('这条登记刚被他人处理，请刷新。', 'Somebody has just decided about this registration. Reload.'),
  )
