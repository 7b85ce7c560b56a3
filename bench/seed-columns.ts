import { sql } from 'kysely'
import type { Database } from '../src/server/database/connect.ts'
import type { TestZone } from '../test/factories.ts'
import { seedZone } from './seed.ts'

/** Fills a zone with projects that have a value in every usual column, by bulk statements. */
export async function fillZone(database: Database, zone: TestZone, count: number) {
  const { id } = zone
  // Nobody searches here, and what is made up refers to what is there.
  await database.asOwner((db) => sql`drop index if exists search_entry_tokens`.execute(db))
  await seedZone(database, id, 0, count)
  await database.asOwner(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await sql`analyze project, milestone`.execute(db)
    await sql`
      update project p set investor_kind = '民营', chain = '新材料产业链', industry_code = 'C26', scope = '新建厂房并购置生产线，形成年产能力，配套建设研发中心，序号' || n.n,
        fixed_asset_investment = round(total_investment * 0.7), foreign_capital = n.n % 900, land_area = round((10 + n.n % 300) / 0.0015, 4), floor_area = 5000 + n.n % 90000,
        expected_output = total_investment * 2, expected_tax = 100 + n.n % 5000, first_contact_unit = '招商局', corps_id = ${zone.corps.a}::uuid,
        parcel_no = '萧政储出〔2021〕' || n.n % 400 || '号', lead_official = '王某', responsible_unit = '经济发展局', officer = '管家' || n.n % 60,
        contact_name = '王小明', contact_phone = '138' || (10000000 + n.n), note = '省重点项目，序号' || n.n
      from (select id, row_number() over (order by id)::int as n from project where zone_id = ${id}::uuid) n where p.zone_id = ${id}::uuid and p.id = n.id`.execute(
      db,
    )
    await sql`update milestone set actual_on = date '2020-03-01' + (('x' || right(id::text, 6))::bit(24)::int % 600), actual_precision = 'day' where zone_id = ${id}::uuid`.execute(
      db,
    )
    await sql`
      insert into milestone (zone_id, id, project_id, kind, plan_on, plan_precision, actual_on, actual_precision)
      select zone_id, gen_random_uuid(), id, kind, date '2023-06-30', 'quarter', date '2021-02-03', 'day'
      from project, unnest(array['signed', 'companyRegistered', 'landAwarded', 'statEntered', 'completed', 'inProduction', 'fullCapacity']) kind where zone_id = ${id}::uuid`.execute(
      db,
    )
    await sql`
      insert into progress (zone_id, id, project_id, period, annual_plan, month_done, year_done, total_done, physical_progress, progress, problem, coordination, next_step, light)
      select zone_id, gen_random_uuid(), id, date '2022-03-01', 12000, 800, 2400, 9000, '主体结构施工至8层', '本月完成桩基工程，设备招标已启动，首批设备到场。',
        '尚缺用地指标，高压线迁改方案待电力部门确认。', '请资规部门于下月底前明确。', '6月底前完成施工图审查并取得施工许可。', 'yellow'
      from project where zone_id = ${id}::uuid`.execute(db)
  })
  // What either database does by itself after a while: PostgreSQL's autovacuum, the embedded one's upkeep.
  const { connections } = database
  if (connections.upkeep) await connections.upkeep()
  else await connections.use((session) => session.query('vacuum analyze', []))
}
