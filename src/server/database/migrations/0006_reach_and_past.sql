-- Need to know: a project that has not signed is seen by those it concerns. Reach is what the person's posts give:
-- the whole zone, or units by id and by name (ledgers write the unit of first contact by name).

create or replace function app.enter_zone(zone uuid, member uuid, reach text, units text, unit_names text) returns void language plpgsql as $$
begin
  execute format('set local app.zone = %L', zone);
  execute format('set local app.member = %L', coalesce(member::text, ''));
  execute format('set local app.reach = %L', reach);
  execute format('set local app.units = %L', units);
  execute format('set local app.unit_names = %L', unit_names);
  set local role zhantu_app;
end $$;
drop function app.enter_zone(uuid, uuid);

-- Everything as it was recorded at an instant: the tables' names then mean what stood in the log. Nothing is written there.
create function app.enter_past(zone uuid, member uuid, reach text, units text, unit_names text, at timestamptz) returns void language plpgsql as $$
begin
  perform app.enter_zone(zone, member, reach, units, unit_names);
  execute format('set local app.as_of = %L', at);
  set local search_path = past, public;
  set local transaction_read_only = on;
end $$;

-- Named guests of a project that has not signed.
create table project_guest (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  member_id uuid not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);
create unique index project_guest_once on project_guest (zone_id, member_id, project_id) where removed_at is null;
alter table project_guest enable row level security;
alter table project_guest force row level security;
create policy zone_wall on project_guest
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on project_guest to zhantu_app;

create policy need_to_know on project as restrictive for select using (
  stage not in ('lead', 'engaged', 'negotiating', 'underReview')
  or (select current_setting('app.reach', true)) = 'zone'
  or corps_id = any ((select string_to_array(nullif(current_setting('app.units', true), ''), ',')::uuid[])::uuid[])
  or officer_id = (select nullif(current_setting('app.member', true), '')::uuid)
  or first_contact_unit in (select jsonb_array_elements_text(nullif(current_setting('app.unit_names', true), '')::jsonb))
  or id in (select g.project_id from project_guest g
    where g.zone_id = nullif(current_setting('app.zone', true), '')::uuid
      and g.member_id = nullif(current_setting('app.member', true), '')::uuid and g.removed_at is null)
);

-- What stood at app.as_of. Columns that never change come from the row itself, where indexes serve them.
create schema past;
grant usage on schema past to zhantu_app;
-- The instant is asked for once and compared by a leakproof operator, or row-level security would keep the index from it.
create function app.remember(recorded text, fixed text[]) returns void language plpgsql as $$
declare
  columns text;
begin
  select string_agg(case
      when a.attname = any (fixed) then format('r.%I', a.attname)
      when a.attname = 'revision' then 'v.revision'
      when a.atttypid in ('json'::regtype, 'jsonb'::regtype) then format('(v.image -> %L)::%s as %I', a.attname, format_type(a.atttypid, a.atttypmod), a.attname)
      else format('(v.image ->> %L)::%s as %I', a.attname, format_type(a.atttypid, a.atttypmod), a.attname) end, ', ' order by a.attnum)
    into columns
    from pg_attribute a
    where a.attrelid = format('public.%I', recorded)::regclass and a.attnum > 0 and not a.attisdropped;
  execute format('drop view if exists past.%I', recorded);
  execute format($view$create view past.%I with (security_invoker = true) as
    select %s from public.%I r cross join lateral (
      select c.image, c.revision from public.change c
      where c.zone_id = r.zone_id and c.entity = %L and c.row_id = r.id
        and c.recorded_from <= (select current_setting('app.as_of')::timestamptz)
      order by c.recorded_from desc, c.revision desc limit 1) v$view$, recorded, columns, recorded, recorded);
  execute format('grant select on past.%I to zhantu_app', recorded);
end $$;

select app.remember('unit', '{zone_id,id}');
select app.remember('post', '{zone_id,id}');
select app.remember('project', '{zone_id,id}');
select app.remember('milestone', '{zone_id,id,project_id,kind}');
select app.remember('progress', '{zone_id,id,project_id,period}');
create view past.change with (security_invoker = true) as
  select * from public.change where recorded_from <= (select current_setting('app.as_of')::timestamptz);
grant select on past.change to zhantu_app;

drop index change_latest;
create index change_as_of on change (zone_id, entity, row_id, recorded_from, revision);
