import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { firstDayOfMonth, type Month, monthOf, shanghaiDay } from '../../../shared/days.ts'
import type { InForceInput, LightRuleInput, LightRulePatch } from '../contract.ts'
import { lightRulePolicy } from './policy.ts'
import { refuseFault } from './preview.ts'
import { findRule, listRules, type StoredRule } from './rules.ts'

/** A rule of the zone's own, not in force yet. */
export async function addRule(db: Db, author: Author, input: LightRuleInput): Promise<string> {
  refuseFault(input.definition)
  const id = uuidv7()
  const { name, preset = null, definition } = input
  await insertRows(db, author, 'light_rule', [{ id, name: name.trim(), preset, definition }])
  return id
}

/** The name at any time; the parts as long as no month is judged by them. */
export async function changeRule(db: Db, actor: Actor, author: Author, id: string, patch: LightRulePatch) {
  const rule = await hold(db, author, id)
  const { revision, name, definition } = patch
  if (definition) {
    refuseFault(definition)
    authorize(lightRulePolicy, actor, 'update', withBegun(rule, author.at), () => fixed(rule))
  }
  const set = { ...(name ? { name: name.trim() } : {}), ...(definition ? { definition } : {}) }
  await write(db, author, { id, revision, set })
}

export async function removeRule(db: Db, actor: Actor, author: Author, id: string, revision: number) {
  const rule = await hold(db, author, id)
  authorize(lightRulePolicy, actor, 'remove', withBegun(rule, author.at), () => fixed(rule))
  await write(db, author, { id, revision, set: { removedAt: author.at } }, 'remove')
}

/** From a month on, this one or a later: what was to begin then or after gives way, what has begun before ends there. */
export async function putInForce(db: Db, author: Author, { ruleId, revision, fromMonth }: InForceInput) {
  const rule = await hold(db, author, ruleId)
  const thisMonth = monthOf(shanghaiDay(author.at))
  if (fromMonth < thisMonth)
    throw new Problem(
      'invalid_input',
      say(
        `${fromMonth} 已经过去，当月的灯已经定了。请选 ${thisMonth} 或以后的月份。`,
        `${fromMonth} is over and its lights are kept. Choose ${thisMonth} or a later month.`,
      ),
    )
  if (rule.fromMonth !== null && rule.fromMonth < thisMonth) throw fixed(rule)
  const giving = (await listRules(db, author.zoneId)).filter(
    (one) => one.id !== ruleId && one.fromMonth !== null && one.fromMonth >= fromMonth,
  )
  const patches = giving.map((one) => ({ id: one.id, revision: one.revision, set: { fromMonth: null } }))
  if ((await updateRows(db, author, 'light_rule', patches)).size < patches.length) throw movedOn()
  await write(db, author, { id: ruleId, revision, set: { fromMonth: firstDayOfMonth(fromMonth) } })
}

const hold = async (db: Db, { zoneId }: Author, id: string) =>
  found(await findRule(db, zoneId, id), say('亮灯规则', 'light rule'), id)

/** Whether a month has been judged by it, or is. */
export const withBegun = <R extends { fromMonth: Month | null }>(rule: R, now: Date) => ({
  ...rule,
  isBegun: rule.fromMonth !== null && rule.fromMonth <= monthOf(shanghaiDay(now)),
})

async function write(
  db: Db,
  author: Author,
  patch: { id: string; revision: number; set: object },
  operation: 'update' | 'remove' = 'update',
) {
  if ((await updateRows(db, author, 'light_rule', [patch], operation)).size === 0) throw movedOn()
}

const fixed = ({ name, fromMonth }: StoredRule) =>
  new Problem(
    'conflict',
    say(
      `“${name}”自 ${fromMonth} 起施行，内容不能再改。请以它为底稿另存一份，再定从哪个月起施行。`,
      `“${name}” is in force from ${fromMonth} and stays as it is. Make another from it, and put that in force.`,
    ),
  )

const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '亮灯规则刚被他人修改，请刷新后再试。',
      'Somebody changed the light rules just now. Reload and try again.',
    ),
  )
