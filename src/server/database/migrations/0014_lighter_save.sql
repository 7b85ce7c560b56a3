-- A save carries no more than it needs. Measured beside the bare statement: bench/results/million.md.

-- One index finds a row's versions, both by their number and as of an instant. A revision has one version, since
-- whoever writes one holds the row at the revision before.
alter table change drop constraint change_pkey;
alter table change add primary key (zone_id, entity, row_id, recorded_from, revision);
drop index change_as_of;

-- Need to know binds a role of its own: whoever knows the whole zone has neither the policy nor its sub-plans.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zhantu_narrow') then
    create role zhantu_narrow nologin;
  end if;
exception when duplicate_object then null; -- another server created it in the same moment
end $$;
do $$
begin
  execute format('grant zhantu_narrow to %I', current_user);
exception when others then null;
end $$;
grant zhantu_app to zhantu_narrow;
alter policy need_to_know on project to zhantu_narrow;

-- Whoever is not said to know the whole zone is bound.
create or replace function app.enter_zone(zone uuid, member uuid, reach text, units text, unit_names text) returns void language plpgsql as $$
begin
  execute format('set local app.zone = %L', zone);
  execute format('set local app.member = %L', coalesce(member::text, ''));
  execute format('set local app.reach = %L', reach);
  execute format('set local app.units = %L', units);
  execute format('set local app.unit_names = %L', unit_names);
  if reach = 'zone' then
    set local role zhantu_app;
  else
    set local role zhantu_narrow;
  end if;
end $$;
