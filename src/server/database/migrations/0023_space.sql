-- Land as surveyed. A parcel keeps what its survey says, to the last digit, beside the place where it is drawn.
create table parcel (
  zone_id uuid not null,
  id uuid not null,
  number text check (number <> ''),
  number_key text,            -- the number without blanks and with one sort of brackets: what ledgers are matched by
  name text,
  status text not null check (status in (
    'reserve', 'preparing', 'cleared', 'listed', 'granted', 'building', 'built', 'inefficient', 'idle')),
  land_use text,
  land_class text,
  area_m2 numeric(20, 4) not null check (area_m2 > 0),  -- in law: as declared by the survey, or computed from it
  drawn_m2 numeric(20, 4) not null,                     -- in the plane of the survey, computed
  epsg int not null,
  survey jsonb not null,      -- surfaces of rings of [east, north], or [lon, lat], in the system `epsg`, as given
  boundary jsonb not null,    -- GeoJSON Polygon or MultiPolygon, lon and lat in CGCS2000 (EPSG:4490)
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  lon double precision not null,  -- a point inside: where its label stands
  lat double precision not null,
  territory_id uuid,
  ended_on date,              -- split or merged away: its place is with its successors
  source text,
  note text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, territory_id) references territory (zone_id, id)
);
create unique index parcel_number on parcel (zone_id, number_key)
  where number_key is not null and ended_on is null and removed_at is null;
create index parcel_status on parcel (zone_id, status, id) where removed_at is null;
create index parcel_territory on parcel (zone_id, territory_id) where removed_at is null;

-- Which parcel came of which: one row for each parent and child of a split or a merger.
create table parcel_origin (
  zone_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  kind text not null check (kind in ('split', 'merge')),
  parent_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, parent_id) references parcel (zone_id, id),
  foreign key (zone_id, child_id) references parcel (zone_id, id)
);
create index parcel_origin_parent on parcel_origin (zone_id, parent_id) where removed_at is null;
create index parcel_origin_child on parcel_origin (zone_id, child_id) where removed_at is null;

-- Where a project is that names no parcel the zone has drawn.
create table project_place (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  lon double precision not null check (lon between 73 and 136),
  lat double precision not null check (lat between 3 and 54),
  note text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id)
);
create unique index project_place_once on project_place (zone_id, project_id) where removed_at is null;

-- A file of parcels on its way onto the map. `reading` is how its numbers are understood, and by whom that was said.
create table parcel_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size int not null,
  file_hash text not null,
  format text not null,
  status text not null check (status in ('read', 'applied', 'undone', 'discarded')),
  reading jsonb not null,
  notices jsonb not null,
  counts jsonb not null,
  land_position bigint not null, -- the log as the check saw it
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
create index parcel_import_created on parcel_import (zone_id, created_at);

-- Working material of it, made anew whenever the reading changes: no history of its own.
create table parcel_import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal int not null,
  place text not null,
  layer text,
  number text,
  name text,
  attributes jsonb not null,
  land_use text,
  land_class text,
  status text,
  territory_id uuid,
  survey jsonb,
  boundary jsonb,
  epsg int,
  declared_m2 numeric(20, 4),
  drawn_m2 numeric(20, 4),
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  lon double precision,
  lat double precision,
  findings jsonb not null,
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'doubt', 'refused')),
  parcel_id uuid,
  parcel_revision int,        -- as the check saw it
  decision text check (decision in ('take', 'skip')),
  area_by text check (area_by in ('declared', 'drawn')),
  primary key (zone_id, id),
  foreign key (zone_id, import_id) references parcel_import (zone_id, id)
);
create index parcel_import_row_order on parcel_import_row (zone_id, import_id, ordinal);

do $$
declare name text;
begin
  foreach name in array array['parcel', 'parcel_origin', 'project_place', 'parcel_import', 'parcel_import_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;
grant delete on parcel_import_row to zhantu_app;
-- Who may not know of a project may not know where it is.
create policy need_to_know on project_place as restrictive for select to zhantu_narrow using (project_id in (
  select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid));

select app.remember('parcel', '{zone_id,id}');
select app.remember('parcel_origin', '{zone_id,id,act_id,kind,parent_id,child_id}');
select app.remember('project_place', '{zone_id,id,project_id}');
