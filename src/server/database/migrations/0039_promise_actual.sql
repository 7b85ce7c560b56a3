-- What came of a promise, measured by somebody on a day; what the records tell by themselves is not kept here.
create table promise_actual (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  indicator text not null check (indicator <> ''),
  value numeric not null,
  unit text not null,
  measured_on date not null,
  source text not null check (source <> ''),
  paper_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, paper_id) references paper (zone_id, id),
  foreign key (zone_id, recorded_by) references member (zone_id, id)
);
create index promise_actual_project on promise_actual (zone_id, project_id, indicator, measured_on);
alter table promise_actual enable row level security;
alter table promise_actual force row level security;
create policy zone_wall on promise_actual
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on promise_actual to zhantu_app;
create policy need_to_know on promise_actual as restrictive for select to zhantu_narrow using (project_id in (
  select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid));
select app.remember('promise_actual', '{zone_id,id,indicator,measured_on}');
