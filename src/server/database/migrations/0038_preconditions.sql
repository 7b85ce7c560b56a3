-- Under which rules land is supplied, what projects offer against them, and who said what of it.

create table rule_set (
  zone_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  preset text,                            -- of which published example it was made
  everywhere boolean not null,            -- for every parcel, not for those named alone
  rules jsonb not null,                   -- engine/land-rules/rule.ts, each with its own id
  source text not null check (source <> ''),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);

create table rule_set_parcel (
  zone_id uuid not null,
  id uuid not null,
  rule_set_id uuid not null,
  parcel_id uuid not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, rule_set_id) references rule_set (zone_id, id),
  foreign key (zone_id, parcel_id) references parcel (zone_id, id)
);
create index rule_set_parcel_set on rule_set_parcel (zone_id, rule_set_id) where removed_at is null;
create index rule_set_parcel_parcel on rule_set_parcel (zone_id, parcel_id) where removed_at is null;

-- What a project promises of an indicator; what the ledger's amounts give by division is computed, not kept.
create table promise (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  indicator text not null check (indicator <> ''),
  value numeric not null,
  unit text not null,
  check_stage text not null check (check_stage in ('landSupplied', 'completed', 'fullCapacity')),
  due_on date,
  source text not null check (source <> ''),
  promised_by uuid not null,
  promised_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, promised_by) references member (zone_id, id)
);
create unique index promise_indicator on promise (zone_id, project_id, indicator) where removed_at is null;

-- A named person says that a condition in words holds, or does not. A later one stands before an earlier one.
create table confirmation (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  rule_set_id uuid not null,
  rule jsonb not null,                    -- as it was read
  holds boolean not null,
  note text check (note <> ''),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, rule_set_id) references rule_set (zone_id, id),
  foreign key (zone_id, confirmed_by) references member (zone_id, id)
);
create index confirmation_project on confirmation (zone_id, project_id, confirmed_at);

-- A rule that a project need not keep, by whose decision and on which paper. Nobody takes it back: it stays to be seen.
create table exemption (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  rule_set_id uuid not null,
  rule jsonb not null,                    -- as it was decided upon
  offered numeric,                        -- in the rule's unit
  reason text not null check (reason <> ''),
  paper_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, rule_set_id) references rule_set (zone_id, id),
  foreign key (zone_id, paper_id) references paper (zone_id, id),
  foreign key (zone_id, decided_by) references member (zone_id, id)
);
create index exemption_project on exemption (zone_id, project_id, decided_at);

-- 《公平竞争审查条例》, in force from 2024-08-01: what is promised to an investor is reviewed before it is signed.
create table fair_review (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  conclusion text not null check (conclusion in ('none', 'conforms', 'excepted', 'conflicts')),
  basis text not null check (basis <> ''),
  reviewed_on date not null,
  paper_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, paper_id) references paper (zone_id, id),
  foreign key (zone_id, recorded_by) references member (zone_id, id)
);
create index fair_review_project on fair_review (zone_id, project_id, recorded_at);

do $$
declare name text;
begin
  foreach name in array array['rule_set', 'rule_set_parcel', 'promise', 'confirmation', 'exemption', 'fair_review'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- Who may not know of a project may not know what it promises, nor what was said or decided of it.
do $$
declare name text;
begin
  foreach name in array array['promise', 'confirmation', 'exemption', 'fair_review'] loop
    execute format($policy$create policy need_to_know on %I as restrictive for select to zhantu_narrow using (project_id in (
      select p.id from project p where p.zone_id = nullif(current_setting('app.zone', true), '')::uuid))$policy$, name);
  end loop;
end $$;

-- A merge carries over what hangs on a project, so whose it is is read from the log.
select app.remember('rule_set', '{zone_id,id}');
select app.remember('rule_set_parcel', '{zone_id,id,rule_set_id,parcel_id}');
select app.remember('promise', '{zone_id,id,indicator}');
select app.remember('confirmation', '{zone_id,id,rule_set_id,confirmed_at}');
select app.remember('exemption', '{zone_id,id,rule_set_id,decided_at}');
select app.remember('fair_review', '{zone_id,id,recorded_at}');
