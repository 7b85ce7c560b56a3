import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { searchTextOf, tokensOf } from '../src/engine/text/search-tokens.ts'
import type { Database, Db } from '../src/server/database/connect.ts'

const places = ['市北', '桥南', '科技城', '益农', '三江', '宁围', '新街', '湘湖']
const things = [
  '有机硅',
  '储能模组',
  '生物医药',
  '新材料',
  '智能制造',
  '数据中心',
  '纤维',
  '精密机床',
  '集成电路',
  '融媒体',
  '机器人',
  '工业互联网',
]
const kinds = ['产业园项目', '生产基地项目', '研发中心项目', '总部项目', '扩建项目', '样板工厂项目']
const owners = ['宏远', '启明', '东方', '华盛', '中联', '恒泰', '金石', '天工', '博雅', '瑞丰']
const stages = [
  'lead',
  'engaged',
  'negotiating',
  'underReview',
  'signed',
  'landed',
  'landSupplied',
  'started',
  'underConstruction',
  'completed',
  'inProduction',
  'aboveScale',
  'fullCapacity',
  'contractReview',
]
const pick = <T>(list: readonly T[], n: number) => list[n % list.length] as T // every list above is filled

/** The n-th made-up project; the same n gives the same. */
export const projectOf = (n: number) => ({
  name: `${pick(places, n * 7)}${pick(owners, n * 3)}年产${((n * 37) % 990) + 10}万件${pick(things, n)}${pick(kinds, n * 5)}${n}`,
  investor: `${pick(owners, n * 11)}${pick(things, n * 5)}有限公司`,
  code: `${String(20 + (n % 3))}${String((n % 12) + 1).padStart(2, '0')}-330109-04-01-${String(n % 1_000_000).padStart(6, '0')}`,
  stage: pick(stages, n * 13),
  totalInvestment: String(((n * 7919) % 500_000) + 100),
})

/** Fills zones with projects by bulk statements: made-up data for measuring, never for a screen. */
export async function seedZone(database: Database, zoneId: string, from: number, count: number) {
  for (let start = from; start < from + count; start += 2000) {
    const part = Array.from({ length: Math.min(2000, from + count - start) }, (_, index) => {
      const project = projectOf(start + index)
      const search = searchTextOf([project.name, project.code, project.investor])
      return { id: uuidv7(), ...project, search, tokens: tokensOf(zoneId, search) }
    })
    await database.asOwner((db) => insertPart(db, zoneId, part))
  }
}

async function insertPart(db: Db, zoneId: string, part: object[]) {
  await sql`
    with input as materialized (select e from jsonb_array_elements(${JSON.stringify(part)}::jsonb) e),
    projects as (
      insert into project (zone_id, id, name, code, investor, stage, total_investment)
      select ${zoneId}::uuid, (e ->> 'id')::uuid, e ->> 'name', e ->> 'code', e ->> 'investor', e ->> 'stage', (e ->> 'totalInvestment')::numeric from input
      returning *
    ), changes as (
      insert into change (zone_id, entity, row_id, revision, operation, recorded_from, image)
      select zone_id, 'project', id, 1, 'insert', now(), to_jsonb(projects) from projects
    ), milestones as (
      insert into milestone (zone_id, id, project_id, kind, plan_on, plan_precision)
      select ${zoneId}::uuid, gen_random_uuid(), (e ->> 'id')::uuid, 'started', date '2022-01-31', 'month' from input
    )
    insert into search_entry (zone_id, entity, row_id, body, pinyin, initials, tokens)
    select ${zoneId}::uuid, 'project', (e ->> 'id')::uuid, e #>> '{search,text}', e #>> '{search,pinyin}', e #>> '{search,initials}', translate(e ->> 'tokens', '[] ', '{}')::int[]
    from input`.execute(db)
}
