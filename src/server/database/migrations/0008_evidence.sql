-- The stage that was entered with its evidence; a stage written into the ledger is another and so without proof.
alter table project add column proven_stage text;

-- What a stage needs, where a zone has edited the preset.
create table stage_rule (
  zone_id uuid not null,
  id uuid not null,
  stage text not null,
  needs jsonb not null,                   -- [{milestone, papers: any of these kinds}], all of them
  verified boolean not null,
  source text not null check (source <> ''),
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, stage)
);

-- A file that proves a milestone; the bytes lie in the data folder under the row's id.
create table paper (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone text not null,
  kind text not null check (kind <> ''),
  file_name text not null,
  file_size int not null check (file_size > 0),
  file_hash text not null,
  format text not null check (format in ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd')),
  added_by uuid not null,
  added_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, added_by) references member (zone_id, id)
);
create index paper_project on paper (zone_id, project_id, milestone);

-- Somebody else looked at a milestone's date and papers. It speaks of that date and those papers only.
create table verification (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone text not null,
  actual text not null,                   -- the date as seen, 2022-03-05 or 2022-03
  paper_ids uuid[] not null,
  verified_by uuid not null,
  verified_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, verified_by) references member (zone_id, id)
);
create index verification_project on verification (zone_id, project_id, milestone);

-- A stage entered by somebody, with what proved it then.
create table stage_entry (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  from_stage text not null,
  stage text not null,
  kind text not null check (kind in ('forward', 'confirm', 'back', 'leap')),
  proven boolean not null,
  reason text check (reason <> ''),
  evidence jsonb not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, entered_by) references member (zone_id, id),
  check (kind in ('forward', 'confirm') or reason is not null)
);
create index stage_entry_project on stage_entry (zone_id, project_id, entered_at);

create table standing_change (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  from_standing text not null,
  standing text not null check (standing in ('ongoing', 'onHold', 'lost', 'rescinded')),
  reason_zh text,
  reason_en text,
  note text check (note <> ''),
  changed_by uuid not null,
  changed_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project (zone_id, id),
  foreign key (zone_id, changed_by) references member (zone_id, id),
  check (standing = 'ongoing' or reason_zh is not null)
);
create index standing_change_project on standing_change (zone_id, project_id, changed_at);

-- Why projects stop, where a zone has edited the preset list.
create table standing_reason (
  zone_id uuid not null,
  id uuid not null,
  standing text not null check (standing in ('onHold', 'lost', 'rescinded')),
  zh text not null check (zh <> ''),
  en text,
  position int not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);
create index standing_reason_order on standing_reason (zone_id, standing, position);

do $$
declare name text;
begin
  foreach name in array array['stage_rule', 'paper', 'verification', 'stage_entry', 'standing_change', 'standing_reason'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- As of any day, too. Arrays are no text in an image; those rows' papers never change.
select app.remember('project', '{zone_id,id}');
select app.remember('stage_rule', '{zone_id,id,stage}');
select app.remember('paper', '{zone_id,id,project_id,milestone}');
select app.remember('verification', '{zone_id,id,project_id,milestone,paper_ids}');
select app.remember('stage_entry', '{zone_id,id,project_id,entered_at}');
select app.remember('standing_change', '{zone_id,id,project_id,changed_at}');
select app.remember('standing_reason', '{zone_id,id,standing}');
