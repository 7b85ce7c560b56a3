import { sql } from 'kysely'
import type { Database } from '../src/server/database/connect.ts'
import { addToMonth, type Month } from '../src/shared/days.ts'

/** A task in every month of every project, half of those that are over done; every third project slips over half a year. */
export async function fillTasks(database: Database, zoneId: string, from: Month, months: number) {
  const day = (step: number) => `${addToMonth(from, step)}-01`
  await database.asOwner(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await sql`
      insert into month_task (zone_id, id, project_id, period, text, done_on)
      select p.zone_id, gen_random_uuid(), p.id, m.period::date,
        (array['桩基施工完成 60%', '主体结构至8层，03-15 验收', '设备进场', '完成施工图审查', '竣工备案资料报审'])[1 + (p.n + m.n)::int % 5],
        case when m.period < now() - interval '1 month' and (p.n + m.n) % 2 = 0 then m.period::date + 20 end
      from (select zone_id, id, row_number() over (order by id) as n from project where zone_id = ${zoneId}::uuid) p,
        generate_series(${day(0)}::date, ${day(months - 1)}::date, interval '1 month') with ordinality m(period, n)`.execute(
      db,
    )
    await sql`
      update milestone m set plan_on = ${day(3)}::date, plan_precision = 'month', forecast_on = ${day(9)}::date,
        forecast_precision = 'month', actual_on = null, actual_precision = null
      from (select id, row_number() over (order by id) as n from project where zone_id = ${zoneId}::uuid) p
      where m.zone_id = ${zoneId}::uuid and m.project_id = p.id and m.kind = 'completed' and p.n % 3 = 0`.execute(
      db,
    )
  })
}
