import type { Db } from '../../../server/database/connect.ts'
import { listAliases } from '../../projects/server/aliases.ts'
import { listMatchable } from '../../projects/server/queries.ts'
import type { Alias } from '../model/alias-values.ts'
import type { KnownProject } from '../model/ledger-lookup.ts'

export type Known = { projects: KnownProject[]; aliases: ReadonlyMap<string, Alias[]> }

/** The ledger's projects by what identifies them, then by what else they are called. */
export async function listKnown(db: Db, zoneId: string): Promise<Known> {
  const projects = await listMatchable(db, zoneId)
  const own = new Map(projects.map((project) => [project.id, project]))
  const aliases = (await listAliases(db, zoneId)).filter(({ projectId }) => own.has(projectId))
  const known = aliases.map(({ projectId, name, code, investor }): KnownProject => {
    const project = own.get(projectId)
    return {
      id: projectId,
      alias: true,
      name,
      // An alias without a code does not make the project one without a code.
      code: code ?? project?.code ?? null,
      investor: investor ?? project?.investor ?? null,
      totalInvestment: project?.totalInvestment ?? null,
    }
  })
  return {
    projects: [...projects, ...known],
    aliases: Map.groupBy(aliases, (alias) => alias.projectId),
  }
}
