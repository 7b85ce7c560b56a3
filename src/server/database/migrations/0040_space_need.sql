-- What a project looks for in a place; where it says nothing, the ledger's land and dates are meant.
create table space_need (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  land boolean not null,
  rooms boolean not null,
  area_m2 numeric not null check (area_m2 > 0),
  least_m2 numeric not null check (least_m2 > 0),
  most_m2 numeric not null check (most_m2 >= least_m2),
  on_day date not null,
  latest_on date,
  load_t_m2 numeric check (load_t_m2 > 0),
  height_m numeric check (height_m > 0),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, project_id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  check (land or rooms)
);
alter table space_need enable row level security;
alter table space_need force row level security;
create policy zone_wall on space_need
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on space_need to zhantu_app;
create policy need_to_know on space_need as restrictive for select to zhantu_narrow using (project_id in (
  select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid));
select app.remember('space_need', '{zone_id,id}');
