import type { Static } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, abilitiesOn, authorize, has, type Policy } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import type { View, ViewDefinition, ViewInput, ViewPatch } from '../contract.ts'

type Owned = { memberId: string; shared: boolean }
const mine = (actor: Actor, view: Owned) => view.memberId === actor.memberId

export const viewPolicy: Policy<Owned> = {
  read: (actor, view) => view.shared || mine(actor, view),
  create: () => true,
  update: mine,
  remove: (actor, view) => mine(actor, view) || (view.shared && has(actor, 'director', 'analyst')),
}

const viewsOf = (db: Db, actor: Actor) =>
  db
    .selectFrom('view')
    .select(['id', 'memberId', 'name', 'shared', 'definition', 'revision'])
    .where('zoneId', '=', actor.zoneId)
    .where('removedAt', 'is', null)
    .where((where) => where.or([where('shared', '=', true), where('memberId', '=', actor.memberId)]))

/** One's own views, then those that others share. */
export async function listViews(db: Db, actor: Actor): Promise<View[]> {
  const rows = await viewsOf(db, actor).orderBy('shared').orderBy('name').orderBy('id').execute()
  return rows.map((row) => shown(actor, row))
}

const shown = (
  actor: Actor,
  { memberId, definition, ...row }: Awaited<ReturnType<typeof findView>>,
): View => ({
  ...row,
  definition: definition as ViewDefinition,
  abilities: abilitiesOn(viewPolicy, actor, { memberId, shared: row.shared }),
})

const findView = async (db: Db, actor: Actor, id: string) =>
  found(await viewsOf(db, actor).where('id', '=', id).executeTakeFirst(), say('视图', 'view'), id)

export async function saveView(
  db: Db,
  actor: Actor,
  author: Author,
  input: Static<typeof ViewInput>,
): Promise<View> {
  const id = uuidv7()
  await insertRows(db, author, 'view', [{ id, memberId: actor.memberId, ...input }])
  return shown(actor, await findView(db, actor, id))
}

export async function changeView(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, ...set }: Static<typeof ViewPatch>,
): Promise<View> {
  authorize(viewPolicy, actor, 'update', await findView(db, actor, id))
  await write(db, author, id, revision, set)
  return shown(actor, await findView(db, actor, id))
}

export async function removeView(db: Db, actor: Actor, author: Author, id: string) {
  const view = authorize(viewPolicy, actor, 'remove', await findView(db, actor, id))
  await write(db, author, id, view.revision, { removedAt: author.at })
}

async function write(db: Db, author: Author, id: string, revision: number, set: Record<string, unknown>) {
  if (Object.keys(set).length === 0) return
  const written = await updateRows(
    db,
    author,
    'view',
    [{ id, revision, set }],
    'removedAt' in set ? 'remove' : 'update',
  )
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say('这个视图刚被修改，请刷新后再试。', 'This view was changed just now. Reload and try again.'),
    )
}
