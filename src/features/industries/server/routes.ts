import { Problem, say } from '../../../server/errors.ts'
import type { Routes } from '../../../server/http.ts'
import {
  ChildrenQuery,
  CodeParams,
  type Edition,
  EditionQuery,
  Industry,
  IndustryAnswer,
  SearchQuery,
} from '../contract.ts'
import { industryCalled, writtenCode } from '../model/code.ts'
import { searchIndustries } from '../model/search.ts'
import { tableOf } from '../model/table.ts'
import { toldOf } from './told.ts'

const inForce: Edition = '2019'

/** The national classification is the same for every zone and day: it is read from a file, and asks no database. */
export const industryRoutes: Routes = (app) => {
  app.get(
    '/api/industries',
    {
      config: { access: 'project:read' },
      schema: { querystring: ChildrenQuery, response: { 200: IndustryAnswer } },
    },
    async ({ query: { parent, edition = inForce } }) => {
      const above = parent === undefined ? null : called(edition, parent).code
      const entries = tableOf(edition).beneath.get(above) ?? []
      return { edition, items: entries.map((entry) => toldOf(edition, entry)), total: entries.length }
    },
  )

  app.get(
    '/api/industries/search',
    {
      config: { access: 'project:read' },
      schema: { querystring: SearchQuery, response: { 200: IndustryAnswer } },
    },
    async ({ query: { q, limit = 20, edition = inForce } }) => {
      const found = searchIndustries(edition, q)
      return {
        edition,
        items: found.slice(0, limit).map((entry) => toldOf(edition, entry)),
        total: found.length,
      }
    },
  )

  app.get(
    '/api/industries/:code',
    {
      config: { access: 'project:read' },
      schema: { params: CodeParams, querystring: EditionQuery, response: { 200: Industry } },
    },
    async ({ params, query: { edition = inForce } }) => toldOf(edition, called(edition, params.code)),
  )
}

function called(edition: Edition, text: string) {
  const code = writtenCode(text)
  const entry = code && industryCalled(tableOf(edition), code)
  if (!entry)
    throw new Problem('not_found', say(`GB/T 4754 里没有代码“${text}”。`, `GB/T 4754 has no code “${text}”.`))
  return entry
}
