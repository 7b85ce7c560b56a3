-- Space by the room: buildings, their floors, the rooms on them, and who holds a room from when until when.
create table building (
  zone_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  number text check (number <> ''),       -- 3幢
  key text not null check (key <> ''),    -- name and number as tables are matched by
  kind text not null check (kind in ('factory', 'vertical_factory', 'office', 'research', 'mixed')),
  parcel_id uuid,
  territory_id uuid,
  lon double precision check (lon between 73 and 136),  -- of a building whose parcel is not drawn
  lat double precision check (lat between 3 and 54),
  address text,
  floor_area_m2 numeric(20, 4) check (floor_area_m2 > 0),
  goods_lift_t numeric(6, 2) check (goods_lift_t > 0),
  completed_on date,                      -- done, or to be done by
  owner text,
  note text,
  source text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcel (zone_id, id),
  foreign key (zone_id, territory_id) references territory (zone_id, id),
  check ((lon is null) = (lat is null))
);
create unique index building_once on building (zone_id, key) where removed_at is null;
create index building_parcel on building (zone_id, parcel_id) where parcel_id is not null and removed_at is null;

create table floor (
  zone_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  level int not null check (level <> 0 and level between -20 and 200),  -- -1 is B1: there is no nought
  height_m numeric(6, 2) check (height_m > 0),
  load_t_m2 numeric(7, 3) check (load_t_m2 > 0),
  area_m2 numeric(20, 4) check (area_m2 > 0),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references building (zone_id, id)
);
create unique index floor_once on floor (zone_id, building_id, level) where removed_at is null;

create table room (
  zone_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  floor_id uuid not null,
  number text not null check (number <> ''),
  number_key text not null check (number_key <> ''),
  area_m2 numeric(20, 4) not null check (area_m2 > 0),
  use text,
  asking_rent numeric(12, 4) check (asking_rent >= 0),
  asking_rent_unit text check (asking_rent_unit in ('month', 'day')),  -- 元/㎡·月, 元/㎡·天
  ready_on date,                          -- nobody can move in before; null: as soon as the building is done
  note text,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references building (zone_id, id),
  foreign key (zone_id, floor_id) references floor (zone_id, id),
  check ((asking_rent is null) = (asking_rent_unit is null))
);
create unique index room_once on room (zone_id, building_id, number_key) where removed_at is null;
create index room_floor on room (zone_id, floor_id) where removed_at is null;

-- Who holds one room, both days included. Whether a room is vacant follows from these and is kept nowhere. Two that hold
-- one room on one day are refused by whoever writes, who first locks the room: an exclusion constraint on (zone_id,
-- room_id, days) would need an extension.
create table lease (
  zone_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in ('lease', 'own_use', 'reservation')),
  tenant text check (tenant <> ''),
  project_id uuid,                        -- whoever may know of it reads its name there
  contract_no text check (contract_no <> ''),
  from_on date not null,
  to_on date,
  rent numeric(12, 4) check (rent >= 0),
  rent_unit text check (rent_unit in ('month', 'day')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, room_id) references room (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  check (to_on >= from_on),
  check ((rent is null) = (rent_unit is null)),
  check (tenant is null or project_id is null)
);
create index lease_room on lease (zone_id, room_id, from_on) where removed_at is null;
create index lease_project on lease (zone_id, project_id) where project_id is not null and removed_at is null;

-- A table of rooms on its way in. `reading` is what its columns mean, and by whom that was said.
create table building_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size int not null,
  file_hash text not null,
  format text not null,
  status text not null check (status in ('read', 'applied', 'undone', 'discarded')),
  reading jsonb not null,
  decisions jsonb not null,   -- by line: take, skip
  day date not null,          -- what the table says of rooms, it says of this day
  counts jsonb not null,
  digest text not null,       -- of all that the check would write: what moved since is seen by it
  created_by uuid not null,
  created_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);
create index building_import_created on building_import (zone_id, created_at);

-- Working material of it, made anew whenever the reading or a decision changes: no history of its own.
create table building_import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal int not null,
  place text not null,
  line jsonb not null,
  findings jsonb not null,
  changes jsonb not null,
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'doubt', 'refused')),
  decision text check (decision in ('take', 'skip')),
  primary key (zone_id, id),
  foreign key (zone_id, import_id) references building_import (zone_id, id)
);
create index building_import_row_order on building_import_row (zone_id, import_id, ordinal);

do $$
declare name text;
begin
  foreach name in array array['building', 'floor', 'room', 'lease', 'building_import', 'building_import_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;
grant delete on building_import_row to zhantu_app;

select app.remember('building', '{zone_id,id}');
select app.remember('floor', '{zone_id,id,building_id}');
select app.remember('room', '{zone_id,id,building_id}');
select app.remember('lease', '{zone_id,id,room_id}');
