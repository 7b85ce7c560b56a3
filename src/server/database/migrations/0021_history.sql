-- Why a fact of the past was set right. The change that it caused names it.
create table correction (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  reason text not null check (reason <> ''),
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, corrected_by) references member (zone_id, id)
);
create index correction_project on correction (zone_id, project_id, corrected_at);
alter table correction enable row level security;
alter table correction force row level security;
create policy zone_wall on correction
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on correction to zhantu_app;

-- A merge hangs what belongs to one project on another, but for milestones and progress, which it writes place by
-- place. So project_id comes from the row, where its index serves, of rows that were never moved; of those few that
-- were, from the image.
create index change_moved on change (zone_id, entity, row_id)
  where cause_kind in ('merge', 'unmerge') and operation = 'update';

create or replace function app.remember(recorded text, fixed text[]) returns void language plpgsql as $$
declare
  moves boolean := 'project_id' = any (fixed) and recorded not in ('milestone', 'progress');
  moved text := format($moved$select 1 from public.change m
      where m.zone_id = r.zone_id and m.entity = %L and m.row_id = r.id
        and m.cause_kind in ('merge', 'unmerge') and m.operation = 'update'$moved$, recorded);
  body text;
begin
  body := app.remembered(recorded, fixed);
  if moves then
    body := body || format(' where not exists (%s) union all ', moved)
      || app.remembered(recorded, array_remove(fixed, 'project_id')) || format(' where exists (%s)', moved);
  end if;
  execute format('drop view if exists past.%I', recorded);
  execute format('create view past.%I with (security_invoker = true) as %s', recorded, body);
  execute format('grant select on past.%I to zhantu_app', recorded);
end $$;

-- The rows of a table as they stood at app.as_of, with the columns of `fixed` from the row itself.
create function app.remembered(recorded text, fixed text[]) returns text language plpgsql as $$
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
  return format($view$select %s from public.%I r cross join lateral (
      select c.image, c.revision from public.change c
      where c.zone_id = r.zone_id and c.entity = %L and c.row_id = r.id
        and c.recorded_from <= (select current_setting('app.as_of')::timestamptz)
      order by c.recorded_from desc, c.revision desc limit 1) v$view$, columns, recorded, recorded);
end $$;

-- Every view there is whose project_id came from the row, anew: a view's own columns of its table are the fixed ones.
do $$
declare
  one record;
begin
  for one in
    select t.relname as name, array_agg(a.attname::text) as fixed
    from pg_class v
    join pg_rewrite w on w.ev_class = v.oid
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
    join pg_class t on t.oid = d.refobjid and t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where v.relnamespace = 'past'::regnamespace and v.relkind = 'v' and v.relname <> 'change'
    group by t.relname
  loop
    if 'project_id' = any (one.fixed) then perform app.remember(one.name, one.fixed); end if;
  end loop;
end $$;
select app.remember('correction', '{zone_id,id,project_id}');

-- The past reads a project's matters whether or not they stand today.
create index approval_of_project on approval (zone_id, project_id);
