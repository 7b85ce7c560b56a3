-- Who spoke first with an investor, and what units agreed on over a project: to hand it over, or to keep it jointly.

-- A unit says that it spoke first. Its name and the project's words stand as they were on that day.
create table first_contact (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  called text not null check (called <> ''),
  investor text,
  contact_on date not null,
  note text not null check (note <> ''),
  explanation text check (explanation <> ''), -- why it is registered so late
  contested text check (contested in ('unseen', 'late', 'ledger', 'decided')), -- why the rule alone does not settle it
  registered_by uuid not null,
  registered_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id),
  foreign key (zone_id, registered_by) references member (zone_id, id)
);
create index first_contact_project on first_contact (zone_id, project_id, contact_on) where removed_at is null;

create table first_contact_decision (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  reason text not null check (reason <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id),
  foreign key (zone_id, decided_by) references member (zone_id, id)
);
create index first_contact_decision_project on first_contact_decision (zone_id, project_id, decided_at) where removed_at is null;

-- A transfer goes to a unit, or to a place outside of the zone that has no id; a joint project goes nowhere.
create table agreement (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('transfer', 'joint')),
  from_unit_id uuid not null,
  from_name text not null,
  to_unit_id uuid,
  to_name text,
  effective_on date not null,
  reason text not null check (reason <> ''),
  officer text,                           -- chosen by the unit that takes it over
  state text not null check (state in ('proposed', 'agreed', 'done', 'refused', 'withdrawn', 'stopped', 'replaced', 'takenBack')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, from_unit_id) references unit (zone_id, id),
  foreign key (zone_id, to_unit_id) references unit (zone_id, id),
  foreign key (zone_id, proposed_by) references member (zone_id, id),
  check ((kind = 'transfer') = (to_name is not null)),
  check (to_unit_id is null or to_name is not null),
  check (to_unit_id is distinct from from_unit_id)
);
create index agreement_project on agreement (zone_id, project_id) where removed_at is null;
create index agreement_state on agreement (zone_id, state, effective_on) where removed_at is null;

-- Percent, exactly. No unit: the place outside.
create table benefit_share (
  zone_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  unit_id uuid,
  unit_name text not null,
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  position int not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, agreement_id) references agreement (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id)
);
create unique index benefit_share_once on benefit_share (zone_id, agreement_id, unit_id) where removed_at is null;

-- What happened to an agreement; steps of a side name it, and whether the zone spoke for it.
create table agreement_step (
  zone_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('proposed', 'agreed', 'refused', 'withdrawn', 'done', 'stopped', 'replaced', 'takenBack')),
  unit_id uuid,
  unit_name text,
  on_behalf boolean not null default false,
  note text check (note <> ''),
  taken_by uuid not null,
  taken_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, agreement_id) references agreement (zone_id, id),
  foreign key (zone_id, unit_id) references unit (zone_id, id),
  foreign key (zone_id, taken_by) references member (zone_id, id)
);
create index agreement_step_agreement on agreement_step (zone_id, agreement_id, taken_at) where removed_at is null;

do $$
declare name text;
begin
  foreach name in array array['first_contact', 'first_contact_decision', 'agreement', 'benefit_share', 'agreement_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- A project that goes to another place is transferred by its agreement.
alter table standing_change drop constraint standing_change_standing_check;
alter table standing_change add constraint standing_change_standing_check
  check (standing in ('ongoing', 'onHold', 'lost', 'transferred', 'rescinded'));

-- Projects are merged and taken apart again: what hangs on them changes hands, so project_id is read from the image.
select app.remember('first_contact', '{zone_id,id,unit_id}');
select app.remember('first_contact_decision', '{zone_id,id,unit_id}');
select app.remember('agreement', '{zone_id,id,kind}');
select app.remember('benefit_share', '{zone_id,id,agreement_id}');
select app.remember('agreement_step', '{zone_id,id,agreement_id}');
