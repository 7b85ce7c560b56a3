create table unit (
  zone_id uuid not null,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('zone_office', 'corps', 'sub_command', 'work_group', 'task_force', 'bureau')),
  name text not null check (name <> ''),
  position int not null default 0,
  from_on date not null,
  to_on date check (to_on >= from_on),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, parent_id) references unit (zone_id, id)
);
create unique index unit_name on unit (zone_id, parent_id, name) where removed_at is null;

create table member (
  zone_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null check (name <> ''),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, login)
);

-- Rights follow the post: member, unit and role between two dates.
create table post (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('director', 'commander', 'officer', 'promoter', 'analyst', 'administrator')),
  from_on date not null,
  to_on date check (to_on >= from_on),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id)
);
create index post_member on post (zone_id, member_id);
create index post_unit on post (zone_id, unit_id);

create table credential (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  password_hash text not null,
  must_change boolean not null default false,
  changed_at timestamptz not null,
  failures int not null default 0,
  locked_until timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, member_id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);

create table session (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret_hash text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  agent text,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);
create index session_member on session (zone_id, member_id);

do $$
declare name text;
begin
  foreach name in array array['unit', 'member', 'post', 'credential', 'session'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;
