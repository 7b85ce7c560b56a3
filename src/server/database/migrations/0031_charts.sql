-- What a project is to get done in a month: one cell of the battle chart 作战进度图.
create table month_task (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  period date not null check (extract(day from period) = 1),
  text text not null check (text <> ''),
  done_on date,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id)
);
create unique index month_task_once on month_task (zone_id, project_id, period) where removed_at is null;
create index month_task_period on month_task (zone_id, period) where removed_at is null;

-- What a project needs of whom, and by when: the support chart 保障图.
create table support (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('land', 'energy', 'approval', 'funds', 'people', 'other')),
  what text not null check (what <> ''),
  of_unit_id uuid,
  of_whom text check (of_whom <> ''),     -- of somebody who is no unit of the zone
  due_on date not null,
  met_on date,
  note text,
  asked_by uuid,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, of_unit_id) references unit (zone_id, id),
  foreign key (zone_id, asked_by) references member (zone_id, id),
  check ((of_unit_id is null) <> (of_whom is null))
);
create index support_project on support (zone_id, project_id) where removed_at is null;
create index support_unit on support (zone_id, of_unit_id) where of_unit_id is not null and removed_at is null;

do $$
declare name text;
begin
  foreach name in array array['month_task', 'support'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- Who may not know of a project may not know what is to be done for it. A unit that is asked for something sees what
-- it is asked for, and no more of the project.
create policy need_to_know on month_task as restrictive for select to zhantu_narrow using (project_id in (
  select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid));
create policy need_to_know on support as restrictive for select to zhantu_narrow using (
  project_id in (select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  or of_unit_id = any ((select string_to_array(nullif(current_setting('app.units', true), ''), ',')::uuid[])::uuid[]));

-- A merge carries them over to another project, so theirs is read from the log.
select app.remember('month_task', '{zone_id,id,period}');
select app.remember('support', '{zone_id,id}');
