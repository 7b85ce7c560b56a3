import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import { authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { listCorpsOn } from '../../organisation/server/queries.ts'
import { fieldByKey } from '../fields.ts'
import { canonicalOf } from './canonical-edits.ts'
import { projectPolicy } from './policy.ts'
import { checkToCome, checkValue } from './validate.ts'
import { writeProjects } from './write-projects.ts'

/** A new project from a form; returns its id. */
export async function addProject(
  db: Db,
  actor: Actor,
  author: Author,
  values: Record<string, string | null>,
): Promise<string> {
  const today = shanghaiDay(author.at)
  const set = { ...values }
  for (const [key, value] of Object.entries(set)) {
    const field = fieldByKey.get(key)
    if (!field)
      throw new Problem(
        'invalid_input',
        say(`台账没有“${key}”这一列。`, `The ledger has no column “${key}”.`),
      )
    if (value === null) delete set[key]
    else {
      const wrong = checkValue(field, value) ?? checkToCome(field, value, today)
      if (wrong) throw new Problem('invalid_input', wrong)
      set[key] = canonicalOf(field, value)
    }
  }
  if (!set['name']) throw new Problem('invalid_input', say('请填写项目名称。', 'Give the project a name.'))
  authorize(projectPolicy, actor, 'create', { corpsId: set['corps'] ?? null })
  if (set['corps'] && !(await listCorpsOn(db, author.zoneId, today)).some(({ id }) => id === set['corps']))
    throw new Problem(
      'invalid_input',
      say('没有这个兵团，请从列表中选择。', 'There is no such corps; choose one of the list.'),
    )
  const projectId = uuidv7()
  await writeProjects(db, author, [{ projectId, isNew: true, period: monthOf(today), set }])
  return projectId
}
