-- What stands in a project's way, and at which level of the ladder it is dealt with.
create table blocker (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null check (title <> ''),
  detail text,
  kind text not null,
  level text not null check (level in ('officer', 'corps', 'zone', 'joint')),
  state text not null check (state in ('open', 'solved', 'withdrawn')),
  wanted_on date,                         -- by when it should be out of the way
  raised_by uuid not null,
  raised_on date not null,
  opened_on date not null,                -- raised, or last re-opened
  days_before int not null default 0 check (days_before >= 0), -- it was open before it was last re-opened
  level_on date not null,                 -- at this level since
  closed_on date,
  steps int not null check (steps > 0),   -- so many, numbered from 1
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, raised_by) references member (zone_id, id),
  check ((closed_on is null) = (state = 'open'))
);
create index blocker_project on blocker (zone_id, project_id) where removed_at is null;
create index blocker_open on blocker (zone_id, level, project_id) where state = 'open' and removed_at is null;

-- What was done about it; never edited.
create table blocker_step (
  zone_id uuid not null,
  id uuid not null,
  blocker_id uuid not null,
  position int not null,
  kind text not null check (kind in ('raise', 'amend', 'note', 'up', 'down', 'solve', 'withdraw', 'reopen')),
  from_level text not null,
  to_level text not null,
  text text check (text <> ''),
  changes jsonb,                          -- of an amendment: {field: [from, to]}
  made_by uuid not null,
  made_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, blocker_id, position),
  foreign key (zone_id, blocker_id) references blocker (zone_id, id),
  foreign key (zone_id, made_by) references member (zone_id, id),
  check ((kind in ('up', 'down')) = (from_level <> to_level)),
  check (kind in ('raise', 'amend') or text is not null)
);

do $$
declare name text;
begin
  foreach name in array array['blocker', 'blocker_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- A merge carries blockers over to another project, so theirs is read from the log, too.
select app.remember('blocker', '{zone_id,id}');
select app.remember('blocker_step', '{zone_id,id,blocker_id,position,made_at}');
