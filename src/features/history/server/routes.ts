import { endOfDay } from '../../../server/as-of.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { Routes } from '../../../server/http.ts'
import { Differences, DifferencesQuery } from '../contract.ts'
import { readDifferences } from './differences.ts'

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
}
