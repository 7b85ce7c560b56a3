-- One matter that an authority decides for a project: from a chain of the templates, or added by hand.
create table approval (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  chain text,
  item text,                              -- its key in that chain
  part text check (part in ('beforeStart', 'completion')), -- in whose joint limit it counts
  name text not null check (name <> ''),
  authority text,
  limit_days int check (limit_days between 1 and 1000), -- working days, of this matter alone
  position int not null,
  accepted_on date,
  decided_on date,
  outcome text check (outcome in ('granted', 'refused', 'withdrawn')),
  certificate_no text,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  check ((chain is null) = (item is null)),
  check ((decided_on is null) = (outcome is null)),
  check (decided_on is null or decided_on >= accepted_on),
  check (accepted_on is not null or decided_on is null)
);
create unique index approval_item on approval (zone_id, project_id, item) where removed_at is null;
create index approval_project on approval (zone_id, project_id, position) where removed_at is null;

-- The clock stands still after from_on, up to and with to_on; null while it still stands.
create table approval_stop (
  zone_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  from_on date not null,
  to_on date,
  turn text not null check (turn in ('owner', 'review')),
  reason text not null check (reason <> ''),
  stopped_by uuid not null,
  resumed_by uuid,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, approval_id) references approval (zone_id, id),
  foreign key (zone_id, stopped_by) references member (zone_id, id),
  foreign key (zone_id, resumed_by) references member (zone_id, id),
  check (to_on >= from_on)
);
create unique index approval_stop_open on approval_stop (zone_id, approval_id) where to_on is null and removed_at is null;
create index approval_stop_approval on approval_stop (zone_id, approval_id, from_on) where removed_at is null;

do $$
declare name text;
begin
  foreach name in array array['approval', 'approval_stop'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

select app.remember('approval', '{zone_id,id,project_id}');
select app.remember('approval_stop', '{zone_id,id,approval_id}');
