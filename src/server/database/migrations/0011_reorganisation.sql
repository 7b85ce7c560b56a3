-- An act that changes the organisation on a date: prepared, confirmed, carried out at the start of that day.
create table reorganisation (
  zone_id uuid not null,
  id uuid not null,
  title text not null check (title <> ''),
  effective_on date not null,
  status text not null check (status in ('draft', 'confirmed', 'done', 'undone', 'stopped')),
  steps jsonb not null,
  lines jsonb not null,       -- the steps in words, with the names of their time
  moves jsonb,                -- what it did, once carried out
  stopped_because jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  carried_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, created_by) references member (zone_id, id)
);
create index reorganisation_due on reorganisation (zone_id, effective_on) where status = 'confirmed';
alter table reorganisation enable row level security;
alter table reorganisation force row level security;
create policy zone_wall on reorganisation
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on reorganisation to zhantu_app;
select app.remember('reorganisation', '{zone_id,id}');

-- A unit that was closed leaves its name free.
drop index unit_name;
create unique index unit_name on unit (zone_id, parent_id, name) where removed_at is null and to_on is null;

-- Features name their own causes; a word is all that is asked of one.
alter table change drop constraint if exists change_cause_kind_check;
alter table change add constraint change_cause_kind_check check (cause_kind ~ '^[a-z]+(_[a-z]+)*$');
