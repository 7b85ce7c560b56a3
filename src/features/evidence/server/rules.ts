import { v7 as uuidv7 } from 'uuid'
import { type Actor, mayCall } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { type Language, Problem, say } from '../../../server/errors.ts'
import { type Stage, stages } from '../../projects/stages.ts'
import type { Need, StageRule, StageRuleInput } from '../contract.ts'
import { presetRules } from '../model/preset.ts'

type Rule = Omit<StageRule, 'abilities'>

/** What every stage needs, in their order: as the zone wrote it, or the preset. */
export async function listRules(db: Db, zoneId: string, language: Language): Promise<Rule[]> {
  const rows = await editedRules(db, zoneId)
  return stages.map((stage) => {
    const own = rows.find((row) => row.stage === stage)
    // A preset taken up again keeps its row's number, so that two people editing at once still notice.
    const revision = own?.revision ?? 0
    return own && !own.removedAt
      ? {
          stage,
          revision,
          needs: own.needs as Need[],
          verified: own.verified,
          source: own.source,
          isPreset: false,
        }
      : {
          ...presetRules[stage],
          source: presetRules[stage].source[language],
          stage,
          revision,
          isPreset: true,
        }
  })
}

const editedRules = (db: Db, zoneId: string) =>
  db
    .selectFrom('stageRule')
    .select(['id', 'stage', 'needs', 'verified', 'source', 'revision', 'removedAt'])
    .where('zoneId', '=', zoneId)
    .execute()

export async function ruleOf(db: Db, zoneId: string, stage: Stage): Promise<Rule> {
  const rule = (await listRules(db, zoneId, 'zh')).find((one) => one.stage === stage)
  if (!rule) throw new Error(`No rule for ${stage}.`)
  return rule
}

/** Writes a zone's own rule over the preset or over its former one. */
export async function saveRule(
  db: Db,
  author: Author,
  stage: Stage,
  { revision, ...rule }: StageRuleInput,
): Promise<void> {
  const own = (await editedRules(db, author.zoneId)).find((row) => row.stage === stage)
  if ((own?.revision ?? 0) !== revision) throw movedOn(stage)
  if (!own) return insertRows(db, author, 'stage_rule', [{ id: uuidv7(), stage, ...rule }])
  const patch = { id: own.id, revision, set: { ...rule, removedAt: null } }
  const written = await updateRows(db, author, 'stage_rule', [patch], own.removedAt ? 'restore' : 'update')
  if (written.size === 0) throw movedOn(stage)
}

/** The preset again. */
export async function resetRule(db: Db, author: Author, stage: Stage, revision: number): Promise<void> {
  const own = (await editedRules(db, author.zoneId)).find((row) => row.stage === stage && !row.removedAt)
  if (!own) return
  const patch = { id: own.id, revision, set: { removedAt: author.at } }
  const written = await updateRows(db, author, 'stage_rule', [patch], 'remove')
  if (written.size === 0) throw movedOn(stage)
}

export const withAbilities = (actor: Actor, rule: Rule): StageRule => ({
  ...rule,
  abilities: mayCall(actor, 'stageRule:update') ? ['read', 'update'] : ['read'],
})

const movedOn = (stage: Stage) =>
  new Problem(
    'conflict',
    say(
      '这个阶段的要求刚被他人修改，请刷新后再改。',
      `Somebody changed what the stage ${stage} needs just now. Reload and edit again.`,
    ),
  )
