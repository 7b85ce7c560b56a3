import { judge } from '../../../engine/lights/judge.ts'
import type { Light, LightRule } from '../../../engine/lights/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Day, monthOf } from '../../../shared/days.ts'
import type { LightPreview, PreviewInput } from '../contract.ts'
import { ruleFault } from '../model/rule-faults.ts'
import { readFigures } from './figures.ts'
import { noLights } from './list-lit.ts'
import { listRules, ruleOfMonth } from './rules.ts'

const badness: readonly Light[] = ['grey', 'green', 'yellow', 'red']

/** What a draft would change against the rule in force now, by the figures of a month, among the projects that this person may know of. Nothing is written. */
export async function previewRule(
  db: Db,
  zoneId: string,
  { definition, month = '', limit = 50, offset = 0 }: PreviewInput,
  today: Day,
): Promise<LightPreview> {
  refuseFault(definition)
  const thisMonth = monthOf(today)
  const asked = month === '' ? thisMonth : month
  if (asked > thisMonth)
    throw new Problem(
      'invalid_input',
      say(
        `${asked} 还没有到，请选 ${thisMonth} 或以前的月份。`,
        `${asked} has not begun; choose ${thisMonth} or a month before.`,
      ),
    )
  const former = ruleOfMonth(await listRules(db, zoneId), thisMonth).definition
  const both = { parts: [...former.parts, ...definition.parts] }
  const projects = await readFigures(db, zoneId, { rule: both, first: asked, last: asked })
  const [before, after] = [noLights(), noLights()]
  const changes = projects.flatMap((figures) => {
    const [was, is] = [former, definition].map((rule) => judge(rule, figures, { month: asked, today }))
    if (!was || !is) return []
    before[was.light]++
    after[is.light]++
    if (was.light === is.light) return []
    const { id: projectId, name } = figures
    return [{ projectId, name, from: was.light, to: is.light, was: was.reason, why: is.reason }]
  })
  changes.sort(
    (a, b) =>
      badness.indexOf(b.to) - badness.indexOf(a.to) ||
      a.name.localeCompare(b.name, 'zh') ||
      (a.projectId < b.projectId ? -1 : 1),
  )
  return {
    ...{ month: asked, before, after },
    items: changes.slice(offset, offset + limit),
    total: changes.length,
  }
}

export function refuseFault(definition: LightRule) {
  const fault = ruleFault(definition)
  if (fault) throw new Problem('invalid_input', fault)
}
