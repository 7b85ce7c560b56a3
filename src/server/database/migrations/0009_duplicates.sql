-- Two projects that were one: what was carried over is in the log, under the merge as its cause.
create table merge (
  zone_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  lost_id uuid not null check (lost_id <> kept_id),
  created_by uuid not null,
  created_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, kept_id) references project (zone_id, id),
  foreign key (zone_id, lost_id) references project (zone_id, id),
  foreign key (zone_id, created_by) references member (zone_id, id)
);
-- Of two people who merge the same project away in one moment, one is refused.
create unique index merge_lost on merge (zone_id, lost_id) where undone_at is null;
create index merge_created on merge (zone_id, created_at);

-- What else a project is called: searches and imports find it by these, too.
create table alias (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null check (name <> ''),
  code text,
  investor text,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id)
);
create index alias_project on alias (zone_id, project_id) where removed_at is null;

-- Pairs that somebody has looked at: they stay out of the queue while both are called what they were then.
create table not_same (
  zone_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null check (second_id > first_id),
  facts jsonb not null,
  said_by uuid not null,
  said_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, first_id, second_id),
  foreign key (zone_id, first_id) references project (zone_id, id),
  foreign key (zone_id, second_id) references project (zone_id, id),
  foreign key (zone_id, said_by) references member (zone_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['merge', 'alias', 'not_same'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- Merging and taking a merge back are causes, beside those there are.
do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint
    where conrelid = 'change'::regclass and conname = 'change_cause_kind_check';
  alter table change drop constraint change_cause_kind_check;
  execute 'alter table change add constraint change_cause_kind_check '
    || replace(known, 'ARRAY[', 'ARRAY[''merge''::text, ''unmerge''::text, ');
end $$;

select app.remember('merge', '{zone_id,id,kept_id,lost_id}');
select app.remember('alias', '{zone_id,id}');
select app.remember('not_same', '{zone_id,id,first_id,second_id}');
