import { type Actor, mayCall } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Routes, within } from '../../../server/http.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { Home, Late, LateQuery, type Matters } from '../contract.ts'
import { readChanged } from './changed.ts'
import { readLate } from './late.ts'
import type { Source } from './source.ts'
import { raisedSources, waitingSources } from './sources.ts'

const lateAtFirst = 6
const changedAtFirst = 8

export const homeRoutes: Routes = (app, house) => {
  app.get(
    '/api/home',
    { config: { access: 'self:read' }, schema: { response: { 200: Home } } },
    ({ actor }): Promise<Home> =>
      within(house, { actor }, async (db, { at }) => {
        const day = shanghaiDay(actor.asOf ?? at)
        const inBusiness = mayCall(actor, 'project:read')
        return {
          day,
          late: inBusiness ? await readLate(db, actor, { limit: lateAtFirst }, day) : null,
          changed: inBusiness ? await readChanged(db, actor, changedAtFirst, at) : null,
          waiting: await ask(waitingSources, db, actor, day),
          raised: await ask(raisedSources, db, actor, day),
        }
      }),
  )

  app.get(
    '/api/home/late',
    { config: { access: 'project:read' }, schema: { querystring: LateQuery, response: { 200: Late } } },
    ({ actor, query }) =>
      within(house, { actor }, (db, { at }) => readLate(db, actor, query, shanghaiDay(actor.asOf ?? at))),
  )
}

/** One after the other, for a transaction has one connection. */
async function ask(sources: readonly Source[], db: Db, actor: Actor, day: Day): Promise<Matters[]> {
  const told: Matters[] = []
  for (const source of sources) {
    const matters = await source(db, actor, day)
    if (matters && matters.total !== 0) told.push(matters)
  }
  return told
}
