-- The picture that a zone's map is drawn over, where it has one.
create table basemap (
  zone_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('none', 'tianditu', 'address', 'file')),
  layer text not null check (layer in ('vec', 'img')),                 -- of 天地图
  address text not null,                  -- of others, with {z} {x} {y}
  file text not null,                     -- in base/ of the data folder
  secret text not null,                   -- the key of the service, encrypted; empty without
  system text not null check (system in ('cgcs2000', 'gcj02')),
  credit text not null,
  nearest int not null check (nearest between 1 and 22),               -- as near as it has pictures
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id)
);
alter table basemap enable row level security;
alter table basemap force row level security;
create policy zone_wall on basemap
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on basemap to zhantu_app;
select app.remember('basemap', '{zone_id,id,secret}');
