-- The wall: every request works as role zhantu_app inside one zone (enter_zone), and row-level security
-- keeps every other zone out even when a query forgets its predicate.

create schema app;

do $$
begin
  if not exists (select from pg_roles where rolname = 'zhantu_app') then
    create role zhantu_app nologin;
  end if;
exception when duplicate_object then null; -- another server created it in the same moment
end $$;

-- The server's own login must be able to become it; refused where it already may.
do $$
begin
  execute format('grant zhantu_app to %I', current_user);
exception when others then null;
end $$;

grant usage on schema app, public to zhantu_app;

-- SET LOCAL travels to the workers of a cluster where set_config() does not; it ends with the transaction.
create function app.enter_zone(zone uuid, member uuid) returns void language plpgsql as $$
begin
  execute format('set local app.zone = %L', zone);
  execute format('set local app.member = %L', coalesce(member::text, ''));
  set local role zhantu_app;
end $$;

-- A zone is its own tenant; small and shared, so a reference table on a cluster.
create table zone (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  sample boolean not null default false,
  created_at timestamptz not null
);
alter table zone enable row level security;
create policy zone_wall on zone using (id = nullif(current_setting('app.zone', true), '')::uuid);
grant select on zone to zhantu_app;

-- Every state that any row ever had: as-of, undo, live updates and audit stand on it. Append-only but for
-- recorded_to, which closes a version when its successor is written.
create table change (
  zone_id uuid not null,
  id uuid not null,
  entity text not null,
  row_id uuid not null,
  revision int not null,
  operation text not null check (operation in ('insert', 'update', 'remove', 'restore')),
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  actor_id uuid,
  cause_kind text check (cause_kind in ('import', 'undo')),
  cause_id uuid,
  image jsonb not null,
  primary key (zone_id, id),
  unique (zone_id, entity, row_id, revision)
);
create index change_cause on change (zone_id, cause_id, entity) where cause_id is not null;
create index change_latest on change (zone_id, entity, recorded_from);
alter table change enable row level security;
alter table change force row level security;
create policy zone_wall on change
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert on change to zhantu_app;
grant update (recorded_to) on change to zhantu_app;
