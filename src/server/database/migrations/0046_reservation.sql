-- Land kept for a project until a day, after which it is free again by itself. Rooms are kept by a lease of that kind.
create table reservation (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  parcel_id uuid not null,
  area_m2 numeric check (area_m2 > 0),    -- of a part; null: all of it
  until_on date not null,                 -- the last day
  reserved_by uuid not null,
  reserved_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, parcel_id) references parcel (zone_id, id),
  foreign key (zone_id, reserved_by) references member (zone_id, id)
);
create index reservation_parcel on reservation (zone_id, parcel_id, until_on) where removed_at is null;
create index reservation_project on reservation (zone_id, project_id) where removed_at is null;
alter table reservation enable row level security;
alter table reservation force row level security;
create policy zone_wall on reservation
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on reservation to zhantu_app;
create policy need_to_know on reservation as restrictive for select to zhantu_narrow using (project_id in (
  select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid));
select app.remember('reservation', '{zone_id,id,parcel_id}');
