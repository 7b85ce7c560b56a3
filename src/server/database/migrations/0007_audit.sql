-- One order of all that is logged. No cache: a position once passed is never given out later (see the sealer).
create sequence log_position as bigint cache 1;
grant usage on sequence log_position to zhantu_app;

alter table change add column position bigint not null default nextval('log_position');
create index change_position on change (zone_id, position);

-- What happened that left no row changed: signing in and out, exports, reads of sensitive records, verifications.
create table audit_event (
  zone_id uuid not null,
  position bigint not null default nextval('log_position'),
  at timestamptz not null,
  kind text not null,
  actor_id uuid,
  entity text,
  row_id uuid,
  address text,
  detail jsonb not null default '{}',
  primary key (zone_id, position)
);

-- A batch of the log, sealed to the one before it. `records` holds each record's position and digest.
create table seal (
  zone_id uuid not null,
  number bigint not null check (number > 0),
  after_position bigint not null,
  up_to_position bigint not null,
  count int not null check (count > 0),
  records text not null,
  algorithm text not null,
  previous text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (zone_id, number),
  unique (zone_id, up_to_position)
);

-- Three powers, never two in one hand: the system, its security, its log.
alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in (
  'director', 'commander', 'officer', 'promoter', 'analyst', 'administrator', 'security_administrator', 'auditor'));

do $$
declare name text;
begin
  foreach name in array array['audit_event', 'seal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert on %I to zhantu_app', name);
  end loop;
end $$;
