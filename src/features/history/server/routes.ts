import { endOfDay } from '../../../server/as-of.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type Routes, within } from '../../../server/http.ts'
import { findLine } from '../../projects/server/queries.ts'
import { Differences, DifferencesQuery, FieldHistory, FieldHistoryQuery, FieldParams } from '../contract.ts'
import { readDifferences } from './differences.ts'
import { listFieldHistory } from './field-history.ts'

export const historyRoutes: Routes = (app, house) => {
  app.get(
    '/api/history/differences',
    {
      config: { access: 'project:read' },
      schema: { querystring: DifferencesQuery, response: { 200: Differences } },
    },
    ({ actor, query }) => {
      const from = endOfDay(query.from)
      const to = endOfDay(query.to)
      if (!from || (to && from >= to))
        throw new Problem(
          'invalid_input',
          say(
            `起始日 ${query.from} 须早于截止日 ${query.to}。`,
            `The first day ${query.from} must be before the last, ${query.to}.`,
          ),
        )
      // Both days are told; what day the page itself looks at does not matter.
      const { asOf: _, ...now } = actor
      return readDifferences(house.database, now, { from, to }, query)
    },
  )

  app.get(
    '/api/projects/:id/fields/:field/history',
    {
      config: { access: 'project:read' },
      schema: { params: FieldParams, querystring: FieldHistoryQuery, response: { 200: FieldHistory } },
    },
    ({ actor, params, query }) =>
      within(house, { actor }, async (db) => {
        found(await findLine(db, actor, params.id), say('项目', 'project'), params.id)
        return listFieldHistory(db, actor.zoneId, params.id, params.field, query)
      }),
  )
}
