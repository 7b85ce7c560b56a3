create table project (
  zone_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  code text,
  investor text,
  investor_kind text,
  chain text,
  industry_code text,
  scope text,
  total_investment numeric(20, 6),        -- 万元, as all money here
  fixed_asset_investment numeric(20, 6),
  foreign_capital numeric(20, 6),         -- 万美元
  land_area numeric(20, 4),               -- ㎡
  floor_area numeric(20, 4),              -- ㎡
  expected_output numeric(20, 6),
  expected_tax numeric(20, 6),
  first_contact_unit text,
  corps_id uuid,
  parcel_no text,
  lead_official text,
  responsible_unit text,
  officer text,
  officer_id uuid,
  stage text not null default 'lead' check (stage in (
    'lead', 'engaged', 'negotiating', 'underReview', 'signed', 'landed', 'landSupplied', 'started',
    'underConstruction', 'completed', 'inProduction', 'aboveScale', 'fullCapacity', 'contractReview')),
  standing text not null default 'ongoing' check (standing in ('ongoing', 'onHold', 'lost', 'transferred', 'rescinded')),
  note text,
  provenance text check (provenance in ('published', 'illustrative')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, corps_id) references unit (zone_id, id),
  foreign key (zone_id, officer_id) references member (zone_id, id)
);
create index project_name on project (zone_id, name, id) where removed_at is null;
create index project_code on project (zone_id, code) where code is not null;
create index project_stage on project (zone_id, stage, id) where removed_at is null;
create index project_corps on project (zone_id, corps_id, id) where removed_at is null;
create index project_total on project (zone_id, total_investment, id) where removed_at is null;

-- A dated event of a project. The day kept is the last of the period that the precision names.
create table milestone (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  plan_on date,
  plan_precision text check (plan_precision in ('day', 'tenDays', 'month', 'quarter', 'halfYear', 'year')),
  forecast_on date,
  forecast_precision text check (forecast_precision in ('day', 'tenDays', 'month', 'quarter', 'halfYear', 'year')),
  actual_on date,
  actual_precision text check (actual_precision in ('day', 'tenDays', 'month', 'quarter', 'halfYear', 'year')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, project_id, kind),
  foreign key (zone_id, project_id) references project (zone_id, id),
  check ((plan_on is null) = (plan_precision is null)),
  check ((forecast_on is null) = (forecast_precision is null)),
  check ((actual_on is null) = (actual_precision is null))
);

-- What was said of a project for a month. The newest is what the ledger shows.
create table progress (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  period date not null check (extract(day from period) = 1),
  annual_plan numeric(20, 6),
  month_done numeric(20, 6),
  year_done numeric(20, 6),
  total_done numeric(20, 6),
  physical_progress text,
  progress text,
  problem text,
  coordination text,
  next_step text,
  light text check (light in ('green', 'yellow', 'red', 'grey')),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, project_id, period),
  foreign key (zone_id, project_id) references project (zone_id, id)
);

create table view (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null check (name <> ''),
  shared boolean not null default false,
  definition jsonb not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);

-- Derived: what a record can be found by. Tokens carry the zone, so one GIN index serves all zones.
create table search_entry (
  zone_id uuid not null,
  entity text not null,
  row_id uuid not null,
  body text not null,
  pinyin text not null,
  initials text not null,
  tokens int[] not null,
  primary key (zone_id, entity, row_id)
);
create index search_entry_tokens on search_entry using gin (tokens);

do $$
declare name text;
begin
  foreach name in array array['project', 'milestone', 'progress', 'view', 'search_entry'] loop
    execute format('alter table %I enable row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
    -- search_entry is not forced: its owner answers find_entries below for the zone entered.
    if name <> 'search_entry' then execute format('alter table %I force row level security', name); end if;
  end loop;
end $$;
grant delete on search_entry to zhantu_app;

-- Row-level security bars GIN for the application's role (@> is not leakproof), so the owner looks up,
-- only ever in the zone that the transaction has entered, and returns ids alone (one may come up twice).
create function app.find_entries(of_entity text, text_tokens int[], pinyin_tokens int[], initials_tokens int[], needle text)
returns setof uuid language plpgsql stable security definer set search_path = public as $$
declare
  here uuid := nullif(current_setting('app.zone', true), '')::uuid;
begin
  if cardinality(text_tokens) > 0 then
    return query select row_id from search_entry
      where zone_id = here and entity = of_entity and tokens @> text_tokens and strpos(body, needle) > 0;
  end if;
  if cardinality(pinyin_tokens) > 0 then
    return query select row_id from search_entry
      where zone_id = here and entity = of_entity and tokens @> pinyin_tokens and strpos(pinyin, needle) > 0;
  end if;
  if cardinality(initials_tokens) > 0 then
    return query select row_id from search_entry
      where zone_id = here and entity = of_entity and tokens @> initials_tokens and strpos(initials, needle) > 0;
  end if;
end $$;
revoke all on function app.find_entries(text, int[], int[], int[], text) from public;
grant execute on function app.find_entries(text, int[], int[], int[], text) to zhantu_app;
