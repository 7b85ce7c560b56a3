-- An area of the zone, and which unit holds it between two dates: handed over, one holding ends and another begins.
create table territory (
  zone_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  boundary jsonb,             -- GeoJSON Polygon or MultiPolygon, lon and lat in CGCS2000 (EPSG:4490)
  area_m2 numeric(20, 4) check (area_m2 > 0), -- as surveyed, not as drawn
  source text,
  note text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);

create unique index territory_name on territory (zone_id, name) where removed_at is null;

create table territory_holding (
  zone_id uuid not null,
  id uuid not null,
  territory_id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, territory_id) references territory (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id)
);
create index territory_holding_territory on territory_holding (zone_id, territory_id, from_on) where removed_at is null;
create index territory_holding_unit on territory_holding (zone_id, unit_id, from_on) where removed_at is null;

-- What a unit is to reach in a period. The days are the period's, as far as the unit stands and the goal is its own.
create table goal (
  zone_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  measure text not null,
  period text not null check (period ~ '^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  value numeric(20, 6) not null check (value >= 0), -- a count, or 万元
  set_by uuid,
  set_at timestamptz not null,
  note text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id),
  foreign key (zone_id, set_by) references member (zone_id, id)
);
create index goal_period on goal (zone_id, period, measure) where removed_at is null;
create index goal_unit on goal (zone_id, unit_id, period) where removed_at is null;
create index milestone_actual on milestone (zone_id, kind, actual_on) where actual_on is not null and removed_at is null;

do $$
declare name text;
begin
  foreach name in array array['territory', 'territory_holding', 'goal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

select app.remember('territory', '{zone_id,id}');
select app.remember('territory_holding', '{zone_id,id,territory_id}');
select app.remember('goal', '{zone_id,id,measure,period}');
