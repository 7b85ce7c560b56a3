import { sql } from 'kysely'
import type { Day } from '../../../shared/days.ts'
import { lastDay } from '../model/plausible-days.ts'

/**
 * Every room with what it is on a day, by the one reading that lists, pages, the map and exports share: `l` the lease
 * that holds it, `free.day` from when on it is free, `taken.day` when it is taken again, `t.state` what it is.
 */
export const roomsOn = (zoneId: string, day: Day) => sql`room r
  join floor f on f.zone_id = ${zoneId} and f.id = r.floor_id and f.removed_at is null
  join building b on b.zone_id = ${zoneId} and b.id = r.building_id and b.removed_at is null
  ${territoryOf(zoneId, day)}
  left join lateral (
    select k.* from lease k where k.zone_id = ${zoneId} and k.room_id = r.id and k.removed_at is null
      and k.from_on <= ${day}::date and (k.to_on is null or k.to_on >= ${day}::date)
    order by k.from_on limit 1) l on true
  left join project p on p.zone_id = ${zoneId} and p.id = l.project_id
  cross join lateral (select greatest(${day}::date, coalesce(r.ready_on, b.completed_on)) as day) ready
  left join lateral (
    select min(c.day) as day from (
      select ready.day union all
      select k.to_on + 1 from lease k where k.zone_id = ${zoneId} and k.room_id = r.id and k.removed_at is null
        and k.to_on >= ${day}::date and k.to_on < ${lastDay}::date) c
    where c.day >= ready.day and not exists (
      select from lease k where k.zone_id = ${zoneId} and k.room_id = r.id and k.removed_at is null
        and k.from_on <= c.day and (k.to_on is null or k.to_on >= c.day))) free on true
  left join lateral (
    select min(k.from_on) as day from lease k where k.zone_id = ${zoneId} and k.room_id = r.id
      and k.removed_at is null and k.from_on > free.day) taken on true
  cross join lateral (select case
    when l.kind = 'lease' then 'leased' when l.kind = 'own_use' then 'self_used'
    when l.kind = 'reservation' then 'reserved' when ready.day > ${day}::date then 'not_ready'
    else 'vacant' end as state) t`

/** A building `b` with its territory `a`, and the unit `u` that holds it on the day. */
export const territoryOf = (zoneId: string, day: Day) => sql`
  left join territory a on a.zone_id = ${zoneId} and a.id = b.territory_id and a.removed_at is null
  left join territory_holding h on h.zone_id = ${zoneId} and h.territory_id = a.id and h.removed_at is null
    and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
  left join unit u on u.zone_id = ${zoneId} and u.id = h.unit_id`

/** Of the rooms `t` that a statement groups: the sums that every list and page shows. */
export const sumsOf = (day: Day) => sql`jsonb_build_object(
  'rooms', count(*)::int, 'areaM2', trim_scale(coalesce(sum(t.area_m2), 0))::text,
  'states', jsonb_build_array(${sql.join(
    (['vacant', 'reserved', 'leased', 'self_used', 'not_ready'] as const).map(
      (state) => sql`jsonb_build_object('state', ${sql.lit(state)},
        'count', count(*) filter (where t.state = ${sql.lit(state)})::int,
        'areaM2', trim_scale(coalesce(sum(t.area_m2) filter (where t.state = ${sql.lit(state)}), 0))::text)`,
    ),
  )}),
  'freeing', jsonb_build_array(${sql.join(
    [3, 6, 12].map((months) => {
      const isIn = sql`t.free_on > ${day}::date and t.free_on <= ${day}::date + make_interval(months => ${sql.lit(months)})`
      return sql`jsonb_build_object('months', ${sql.lit(months)}::int, 'count', count(*) filter (where ${isIn})::int,
        'areaM2', trim_scale(coalesce(sum(t.area_m2) filter (where ${isIn}), 0))::text)`
    }),
  )}))`
