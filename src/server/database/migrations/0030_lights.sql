-- By which rule projects are lit, and from which month; before the first of a zone's own, by the preset proposed.
create table light_rule (
  zone_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  preset text,                            -- what it was made from
  definition jsonb not null,              -- {parts: [...]}, as src/engine/lights/rule.ts has it
  from_month date check (extract(day from from_month) = 1), -- null: not put in force
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);
create unique index light_rule_from on light_rule (zone_id, from_month)
  where from_month is not null and removed_at is null;
alter table light_rule enable row level security;
alter table light_rule force row level security;
create policy zone_wall on light_rule
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on light_rule to zhantu_app;
select app.remember('light_rule', '{zone_id,id}');

-- The colour that a project had when a month closed. Derived, so it leaves no change; written once: a request can
-- neither change nor delete it.
create table month_light (
  zone_id uuid not null,
  project_id uuid not null,
  month date not null check (extract(day from month) = 1),
  light text not null check (light in ('green', 'yellow', 'red', 'grey')),
  reason jsonb not null,
  rule_id uuid,                           -- null: the preset proposed
  closed_at timestamptz not null,
  primary key (zone_id, month, project_id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, rule_id) references light_rule (zone_id, id)
);
create index month_light_project on month_light (zone_id, project_id, month);
alter table month_light enable row level security;
alter table month_light force row level security;
create policy zone_wall on month_light
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert on month_light to zhantu_app;

create view past.month_light with (security_invoker = true) as
  select * from public.month_light where closed_at <= (select current_setting('app.as_of')::timestamptz);
grant select on past.month_light to zhantu_app;
