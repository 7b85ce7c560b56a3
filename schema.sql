-- Generated from the migrations by `npm run generate`. Do not edit.

create table agreement (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  from_unit_id uuid not null,
  from_name text not null,
  to_unit_id uuid,
  to_name text,
  effective_on date not null,
  reason text not null,
  officer text,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((kind = 'transfer'::text) = (to_name IS NOT NULL))),
  CHECK (((to_unit_id IS NULL) OR (to_name IS NOT NULL))),
  CHECK ((to_unit_id IS DISTINCT FROM from_unit_id)),
  CHECK ((kind = ANY (ARRAY['transfer'::text, 'joint'::text]))),
  CHECK ((reason <> ''::text)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'done'::text, 'refused'::text, 'withdrawn'::text, 'stopped'::text, 'replaced'::text, 'takenBack'::text]))),
  FOREIGN KEY (zone_id, from_unit_id) REFERENCES unit(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, proposed_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, to_unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX agreement_project ON public.agreement USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

CREATE INDEX agreement_state ON public.agreement USING btree (zone_id, state, effective_on) WHERE (removed_at IS NULL);

alter table agreement enable row level security;

alter table agreement force row level security;

create policy zone_wall on agreement using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on agreement to zhantu_app;

create table agreement_step (
  zone_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  unit_id uuid,
  unit_name text,
  on_behalf boolean default false not null,
  note text,
  taken_by uuid not null,
  taken_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((kind = ANY (ARRAY['proposed'::text, 'agreed'::text, 'refused'::text, 'withdrawn'::text, 'done'::text, 'stopped'::text, 'replaced'::text, 'takenBack'::text]))),
  CHECK ((note <> ''::text)),
  FOREIGN KEY (zone_id, agreement_id) REFERENCES agreement(zone_id, id),
  FOREIGN KEY (zone_id, taken_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX agreement_step_agreement ON public.agreement_step USING btree (zone_id, agreement_id, taken_at) WHERE (removed_at IS NULL);

alter table agreement_step enable row level security;

alter table agreement_step force row level security;

create policy zone_wall on agreement_step using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on agreement_step to zhantu_app;

create table alias (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  code text,
  investor text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX alias_project ON public.alias USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

alter table alias enable row level security;

alter table alias force row level security;

create policy zone_wall on alias using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on alias to zhantu_app;

create table approval (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  chain text,
  item text,
  part text,
  name text not null,
  authority text,
  limit_days integer,
  position integer not null,
  accepted_on date,
  decided_on date,
  outcome text,
  certificate_no text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((chain IS NULL) = (item IS NULL))),
  CHECK (((decided_on IS NULL) = (outcome IS NULL))),
  CHECK (((decided_on IS NULL) OR (decided_on >= accepted_on))),
  CHECK (((accepted_on IS NOT NULL) OR (decided_on IS NULL))),
  CHECK (((limit_days >= 1) AND (limit_days <= 1000))),
  CHECK ((name <> ''::text)),
  CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text]))),
  CHECK ((part = ANY (ARRAY['beforeStart'::text, 'completion'::text]))),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX approval_of_project ON public.approval USING btree (zone_id, project_id);

CREATE INDEX approval_project ON public.approval USING btree (zone_id, project_id, "position") WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX approval_item ON public.approval USING btree (zone_id, project_id, item) WHERE (removed_at IS NULL);

alter table approval enable row level security;

alter table approval force row level security;

create policy zone_wall on approval using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on approval to zhantu_app;

create table approval_stop (
  zone_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  from_on date not null,
  to_on date,
  turn text not null,
  reason text not null,
  stopped_by uuid not null,
  resumed_by uuid,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  CHECK ((reason <> ''::text)),
  CHECK ((turn = ANY (ARRAY['owner'::text, 'review'::text]))),
  FOREIGN KEY (zone_id, approval_id) REFERENCES approval(zone_id, id),
  FOREIGN KEY (zone_id, resumed_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, stopped_by) REFERENCES member(zone_id, id)
);

CREATE INDEX approval_stop_approval ON public.approval_stop USING btree (zone_id, approval_id, from_on) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX approval_stop_open ON public.approval_stop USING btree (zone_id, approval_id) WHERE ((to_on IS NULL) AND (removed_at IS NULL));

alter table approval_stop enable row level security;

alter table approval_stop force row level security;

create policy zone_wall on approval_stop using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on approval_stop to zhantu_app;

create table audit_event (
  zone_id uuid not null,
  position bigint default nextval('log_position'::regclass) not null,
  at timestamp with time zone not null,
  kind text not null,
  actor_id uuid,
  entity text,
  row_id uuid,
  address text,
  detail jsonb default '{}'::jsonb not null,
  PRIMARY KEY (zone_id, "position")
);

alter table audit_event enable row level security;

alter table audit_event force row level security;

create policy zone_wall on audit_event using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select on audit_event to zhantu_app;

create table basemap (
  zone_id uuid not null,
  id uuid not null,
  kind text not null,
  layer text not null,
  address text not null,
  file text not null,
  secret text not null,
  system text not null,
  credit text not null,
  nearest integer not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((kind = ANY (ARRAY['none'::text, 'tianditu'::text, 'address'::text, 'file'::text]))),
  CHECK ((layer = ANY (ARRAY['vec'::text, 'img'::text]))),
  CHECK (((nearest >= 1) AND (nearest <= 22))),
  CHECK ((system = ANY (ARRAY['cgcs2000'::text, 'gcj02'::text]))),
  UNIQUE (zone_id)
);

alter table basemap enable row level security;

alter table basemap force row level security;

create policy zone_wall on basemap using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on basemap to zhantu_app;

create table benefit_share (
  zone_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  unit_id uuid,
  unit_name text not null,
  percent numeric(5,2) not null,
  position integer not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric))),
  FOREIGN KEY (zone_id, agreement_id) REFERENCES agreement(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE UNIQUE INDEX benefit_share_once ON public.benefit_share USING btree (zone_id, agreement_id, unit_id) WHERE (removed_at IS NULL);

alter table benefit_share enable row level security;

alter table benefit_share force row level security;

create policy zone_wall on benefit_share using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on benefit_share to zhantu_app;

create table blocker (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  detail text,
  kind text not null,
  level text not null,
  state text not null,
  wanted_on date,
  raised_by uuid not null,
  raised_on date not null,
  opened_on date not null,
  days_before integer default 0 not null,
  level_on date not null,
  closed_on date,
  steps integer not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((closed_on IS NULL) = (state = 'open'::text))),
  CHECK ((days_before >= 0)),
  CHECK ((level = ANY (ARRAY['officer'::text, 'corps'::text, 'zone'::text, 'joint'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'solved'::text, 'withdrawn'::text]))),
  CHECK ((steps > 0)),
  CHECK ((title <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, raised_by) REFERENCES member(zone_id, id)
);

CREATE INDEX blocker_open ON public.blocker USING btree (zone_id, level, project_id) WHERE ((state = 'open'::text) AND (removed_at IS NULL));

CREATE INDEX blocker_project ON public.blocker USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

alter table blocker enable row level security;

alter table blocker force row level security;

create policy zone_wall on blocker using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on blocker to zhantu_app;

create table blocker_step (
  zone_id uuid not null,
  id uuid not null,
  blocker_id uuid not null,
  position integer not null,
  kind text not null,
  from_level text not null,
  to_level text not null,
  text text,
  changes jsonb,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((kind = ANY (ARRAY['up'::text, 'down'::text])) = (from_level <> to_level))),
  CHECK (((kind = ANY (ARRAY['raise'::text, 'amend'::text])) OR (text IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['raise'::text, 'amend'::text, 'note'::text, 'up'::text, 'down'::text, 'solve'::text, 'withdraw'::text, 'reopen'::text]))),
  CHECK ((text <> ''::text)),
  FOREIGN KEY (zone_id, blocker_id) REFERENCES blocker(zone_id, id),
  FOREIGN KEY (zone_id, made_by) REFERENCES member(zone_id, id),
  UNIQUE (zone_id, blocker_id, "position")
);

alter table blocker_step enable row level security;

alter table blocker_step force row level security;

create policy zone_wall on blocker_step using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on blocker_step to zhantu_app;

create table building (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  number text,
  key text not null,
  kind text not null,
  parcel_id uuid,
  territory_id uuid,
  lon double precision,
  lat double precision,
  address text,
  floor_area_m2 numeric(20,4),
  goods_lift_t numeric(6,2),
  completed_on date,
  owner text,
  note text,
  source text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((lon IS NULL) = (lat IS NULL))),
  CHECK ((floor_area_m2 > (0)::numeric)),
  CHECK ((goods_lift_t > (0)::numeric)),
  CHECK ((key <> ''::text)),
  CHECK ((kind = ANY (ARRAY['factory'::text, 'vertical_factory'::text, 'office'::text, 'research'::text, 'mixed'::text]))),
  CHECK (((lat >= (3)::double precision) AND (lat <= (54)::double precision))),
  CHECK (((lon >= (73)::double precision) AND (lon <= (136)::double precision))),
  CHECK ((name <> ''::text)),
  CHECK ((number <> ''::text)),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text]))),
  FOREIGN KEY (zone_id, parcel_id) REFERENCES parcel(zone_id, id),
  FOREIGN KEY (zone_id, territory_id) REFERENCES territory(zone_id, id)
);

CREATE INDEX building_parcel ON public.building USING btree (zone_id, parcel_id) WHERE ((parcel_id IS NOT NULL) AND (removed_at IS NULL));

CREATE UNIQUE INDEX building_once ON public.building USING btree (zone_id, key) WHERE (removed_at IS NULL);

alter table building enable row level security;

alter table building force row level security;

create policy zone_wall on building using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on building to zhantu_app;

create table building_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size integer not null,
  file_hash text not null,
  format text not null,
  status text not null,
  reading jsonb not null,
  decisions jsonb not null,
  day date not null,
  counts jsonb not null,
  digest text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((status = ANY (ARRAY['read'::text, 'applied'::text, 'undone'::text, 'discarded'::text])))
);

CREATE INDEX building_import_created ON public.building_import USING btree (zone_id, created_at);

alter table building_import enable row level security;

alter table building_import force row level security;

create policy zone_wall on building_import using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on building_import to zhantu_app;

create table building_import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  place text not null,
  line jsonb not null,
  findings jsonb not null,
  changes jsonb not null,
  verdict text not null,
  decision text,
  PRIMARY KEY (zone_id, id),
  CHECK ((decision = ANY (ARRAY['take'::text, 'skip'::text]))),
  CHECK ((verdict = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'doubt'::text, 'refused'::text]))),
  FOREIGN KEY (zone_id, import_id) REFERENCES building_import(zone_id, id)
);

CREATE INDEX building_import_row_order ON public.building_import_row USING btree (zone_id, import_id, ordinal);

alter table building_import_row enable row level security;

alter table building_import_row force row level security;

create policy zone_wall on building_import_row using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant delete, insert, select, update on building_import_row to zhantu_app;

create table change (
  zone_id uuid not null,
  entity text not null,
  row_id uuid not null,
  revision integer not null,
  operation text not null,
  recorded_from timestamp with time zone not null,
  actor_id uuid,
  cause_kind text,
  cause_id uuid,
  image jsonb not null,
  position bigint default nextval('log_position'::regclass) not null,
  PRIMARY KEY (zone_id, entity, row_id, recorded_from, revision),
  CHECK ((cause_kind ~ '^[a-z]+(_[a-z]+)*$'::text)),
  CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'remove'::text, 'restore'::text])))
);

CREATE INDEX change_cause ON public.change USING btree (zone_id, cause_id, entity) WHERE (cause_id IS NOT NULL);

CREATE INDEX change_moved ON public.change USING btree (zone_id, entity, row_id) WHERE ((cause_kind = ANY (ARRAY['merge'::text, 'unmerge'::text])) AND (operation = 'update'::text));

CREATE INDEX change_position ON public.change USING btree (zone_id, "position");

alter table change enable row level security;

alter table change force row level security;

create policy zone_wall on change using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select on change to zhantu_app;

create table confirmation (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  rule_set_id uuid not null,
  rule jsonb not null,
  holds boolean not null,
  note text,
  confirmed_by uuid not null,
  confirmed_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((note <> ''::text)),
  FOREIGN KEY (zone_id, confirmed_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, rule_set_id) REFERENCES rule_set(zone_id, id)
);

CREATE INDEX confirmation_project ON public.confirmation USING btree (zone_id, project_id, confirmed_at);

alter table confirmation enable row level security;

alter table confirmation force row level security;

create policy need_to_know on confirmation to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on confirmation using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on confirmation to zhantu_app;

create table correction (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  reason text not null,
  corrected_by uuid not null,
  corrected_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (zone_id, corrected_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX correction_project ON public.correction USING btree (zone_id, project_id, corrected_at);

alter table correction enable row level security;

alter table correction force row level security;

create policy zone_wall on correction using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on correction to zhantu_app;

create table credential (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  password_hash text not null,
  must_change boolean default false not null,
  changed_at timestamp with time zone not null,
  failures integer default 0 not null,
  locked_until timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id),
  UNIQUE (zone_id, member_id)
);

alter table credential enable row level security;

alter table credential force row level security;

create policy zone_wall on credential using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on credential to zhantu_app;

create table exemption (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  rule_set_id uuid not null,
  rule jsonb not null,
  offered numeric,
  reason text not null,
  paper_id uuid not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  verdict text,
  industry text,
  PRIMARY KEY (zone_id, id),
  CHECK ((reason <> ''::text)),
  CHECK ((verdict = ANY (ARRAY['fail'::text, 'unknown'::text]))),
  FOREIGN KEY (zone_id, decided_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, paper_id) REFERENCES paper(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, rule_set_id) REFERENCES rule_set(zone_id, id)
);

CREATE INDEX exemption_project ON public.exemption USING btree (zone_id, project_id, decided_at);

alter table exemption enable row level security;

alter table exemption force row level security;

create policy need_to_know on exemption to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on exemption using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on exemption to zhantu_app;

create table fair_review (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  conclusion text not null,
  basis text not null,
  reviewed_on date not null,
  paper_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((basis <> ''::text)),
  CHECK ((conclusion = ANY (ARRAY['none'::text, 'conforms'::text, 'excepted'::text, 'conflicts'::text]))),
  FOREIGN KEY (zone_id, paper_id) REFERENCES paper(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, recorded_by) REFERENCES member(zone_id, id)
);

CREATE INDEX fair_review_project ON public.fair_review USING btree (zone_id, project_id, recorded_at);

alter table fair_review enable row level security;

alter table fair_review force row level security;

create policy need_to_know on fair_review to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on fair_review using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on fair_review to zhantu_app;

create table first_contact (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  called text not null,
  investor text,
  contact_on date not null,
  note text not null,
  explanation text,
  contested text,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((called <> ''::text)),
  CHECK ((contested = ANY (ARRAY['unseen'::text, 'late'::text, 'ledger'::text, 'decided'::text]))),
  CHECK ((explanation <> ''::text)),
  CHECK ((note <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, registered_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX first_contact_project ON public.first_contact USING btree (zone_id, project_id, contact_on) WHERE (removed_at IS NULL);

alter table first_contact enable row level security;

alter table first_contact force row level security;

create policy zone_wall on first_contact using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on first_contact to zhantu_app;

create table first_contact_decision (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (zone_id, decided_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX first_contact_decision_project ON public.first_contact_decision USING btree (zone_id, project_id, decided_at) WHERE (removed_at IS NULL);

alter table first_contact_decision enable row level security;

alter table first_contact_decision force row level security;

create policy zone_wall on first_contact_decision using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on first_contact_decision to zhantu_app;

create table floor (
  zone_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  level integer not null,
  height_m numeric(6,2),
  load_t_m2 numeric(7,3),
  area_m2 numeric(20,4),
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  CHECK ((height_m > (0)::numeric)),
  CHECK (((level <> 0) AND ((level >= '-20'::integer) AND (level <= 200)))),
  CHECK ((load_t_m2 > (0)::numeric)),
  FOREIGN KEY (zone_id, building_id) REFERENCES building(zone_id, id)
);

CREATE UNIQUE INDEX floor_once ON public.floor USING btree (zone_id, building_id, level) WHERE (removed_at IS NULL);

alter table floor enable row level security;

alter table floor force row level security;

create policy zone_wall on floor using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on floor to zhantu_app;

create table former_password (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  password_hash text not null,
  replaced_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id)
);

CREATE INDEX former_password_member ON public.former_password USING btree (zone_id, member_id, replaced_at) WHERE (removed_at IS NULL);

alter table former_password enable row level security;

alter table former_password force row level security;

create policy zone_wall on former_password using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on former_password to zhantu_app;

create table goal (
  zone_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  measure text not null,
  period text not null,
  from_on date not null,
  to_on date not null,
  value numeric(20,6) not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  note text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  CHECK ((period ~ '^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'::text)),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text]))),
  CHECK ((value >= (0)::numeric)),
  FOREIGN KEY (zone_id, set_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX goal_period ON public.goal USING btree (zone_id, period, measure) WHERE (removed_at IS NULL);

CREATE INDEX goal_unit ON public.goal USING btree (zone_id, unit_id, period) WHERE (removed_at IS NULL);

alter table goal enable row level security;

alter table goal force row level security;

create policy zone_wall on goal using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on goal to zhantu_app;

create table header_lesson (
  zone_id uuid not null,
  id uuid not null,
  header text not null,
  field text,
  learned_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  unit text,
  PRIMARY KEY (zone_id, id),
  UNIQUE (zone_id, header)
);

alter table header_lesson enable row level security;

alter table header_lesson force row level security;

create policy zone_wall on header_lesson using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on header_lesson to zhantu_app;

create table import_issue (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_id uuid,
  ordinal integer not null,
  sheet text not null,
  cell text not null,
  field text,
  code text not null,
  severity text not null,
  value text not null,
  taken text,
  suggestions jsonb not null,
  answered boolean default false not null,
  answer text,
  PRIMARY KEY (zone_id, id),
  CHECK ((severity = ANY (ARRAY['question'::text, 'warning'::text, 'note'::text]))),
  FOREIGN KEY (zone_id, import_id) REFERENCES ledger_import(zone_id, id)
);

CREATE INDEX import_issue_order ON public.import_issue USING btree (zone_id, import_id, ordinal);

alter table import_issue enable row level security;

alter table import_issue force row level security;

create policy zone_wall on import_issue using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant delete, insert, select, update on import_issue to zhantu_app;

create table import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  sheet text not null,
  row_number integer not null,
  name text,
  readings jsonb not null,
  verdict text not null,
  project_id uuid,
  candidates jsonb not null,
  decision text,
  differences jsonb not null,
  PRIMARY KEY (zone_id, id),
  CHECK ((decision = ANY (ARRAY['create'::text, 'match'::text, 'skip'::text]))),
  CHECK ((verdict = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'doubt'::text, 'skipped'::text]))),
  FOREIGN KEY (zone_id, import_id) REFERENCES ledger_import(zone_id, id)
);

CREATE INDEX import_row_order ON public.import_row USING btree (zone_id, import_id, ordinal);

alter table import_row enable row level security;

alter table import_row force row level security;

create policy zone_wall on import_row using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant delete, insert, select, update on import_row to zhantu_app;

create table lease (
  zone_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  kind text not null,
  tenant text,
  project_id uuid,
  contract_no text,
  from_on date not null,
  to_on date,
  rent numeric(12,4),
  rent_unit text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  CHECK (((rent IS NULL) = (rent_unit IS NULL))),
  CHECK (((tenant IS NULL) OR (project_id IS NULL))),
  CHECK ((contract_no <> ''::text)),
  CHECK ((kind = ANY (ARRAY['lease'::text, 'own_use'::text, 'reservation'::text]))),
  CHECK ((rent >= (0)::numeric)),
  CHECK ((rent_unit = ANY (ARRAY['month'::text, 'day'::text]))),
  CHECK ((tenant <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, room_id) REFERENCES room(zone_id, id)
);

CREATE INDEX lease_project ON public.lease USING btree (zone_id, project_id) WHERE ((project_id IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX lease_room ON public.lease USING btree (zone_id, room_id, from_on) WHERE (removed_at IS NULL);

alter table lease enable row level security;

alter table lease force row level security;

create policy zone_wall on lease using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on lease to zhantu_app;

create table ledger_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size integer not null,
  file_hash text not null,
  status text not null,
  period date not null,
  blanks text default 'keep'::text not null,
  tables jsonb not null,
  notices jsonb not null,
  counts jsonb,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  undo_kept jsonb,
  PRIMARY KEY (zone_id, id),
  CHECK ((blanks = ANY (ARRAY['keep'::text, 'clear'::text]))),
  CHECK ((EXTRACT(day FROM period) = (1)::numeric)),
  CHECK ((status = ANY (ARRAY['read'::text, 'checked'::text, 'applied'::text, 'undone'::text, 'discarded'::text])))
);

CREATE INDEX ledger_import_created ON public.ledger_import USING btree (zone_id, created_at);

CREATE INDEX ledger_import_hash ON public.ledger_import USING btree (zone_id, file_hash);

alter table ledger_import enable row level security;

alter table ledger_import force row level security;

create policy zone_wall on ledger_import using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on ledger_import to zhantu_app;

create table light_rule (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  preset text,
  definition jsonb not null,
  from_month date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((EXTRACT(day FROM from_month) = (1)::numeric)),
  CHECK ((name <> ''::text))
);

CREATE UNIQUE INDEX light_rule_from ON public.light_rule USING btree (zone_id, from_month) WHERE ((from_month IS NOT NULL) AND (removed_at IS NULL));

alter table light_rule enable row level security;

alter table light_rule force row level security;

create policy zone_wall on light_rule using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on light_rule to zhantu_app;

create table member (
  zone_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((name <> ''::text)),
  UNIQUE (zone_id, login)
);

alter table member enable row level security;

alter table member force row level security;

create policy zone_wall on member using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on member to zhantu_app;

create table merge (
  zone_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  lost_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((lost_id <> kept_id)),
  FOREIGN KEY (zone_id, created_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, kept_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, lost_id) REFERENCES project(zone_id, id)
);

CREATE INDEX merge_created ON public.merge USING btree (zone_id, created_at);

CREATE UNIQUE INDEX merge_lost ON public.merge USING btree (zone_id, lost_id) WHERE (undone_at IS NULL);

alter table merge enable row level security;

alter table merge force row level security;

create policy zone_wall on merge using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on merge to zhantu_app;

create table milestone (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  plan_on date,
  plan_precision text,
  forecast_on date,
  forecast_precision text,
  actual_on date,
  actual_precision text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((actual_precision = ANY (ARRAY['day'::text, 'tenDays'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text]))),
  CHECK (((plan_on IS NULL) = (plan_precision IS NULL))),
  CHECK (((forecast_on IS NULL) = (forecast_precision IS NULL))),
  CHECK (((actual_on IS NULL) = (actual_precision IS NULL))),
  CHECK ((forecast_precision = ANY (ARRAY['day'::text, 'tenDays'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text]))),
  CHECK ((plan_precision = ANY (ARRAY['day'::text, 'tenDays'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text]))),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  UNIQUE (zone_id, project_id, kind)
);

CREATE INDEX milestone_actual ON public.milestone USING btree (zone_id, kind, actual_on) WHERE ((actual_on IS NOT NULL) AND (removed_at IS NULL));

alter table milestone enable row level security;

alter table milestone force row level security;

create policy zone_wall on milestone using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on milestone to zhantu_app;

create table month_light (
  zone_id uuid not null,
  project_id uuid not null,
  month date not null,
  light text not null,
  reason jsonb not null,
  rule_id uuid,
  closed_at timestamp with time zone not null,
  PRIMARY KEY (zone_id, month, project_id),
  CHECK ((light = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text, 'grey'::text]))),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, rule_id) REFERENCES light_rule(zone_id, id)
);

CREATE INDEX month_light_project ON public.month_light USING btree (zone_id, project_id, month);

alter table month_light enable row level security;

alter table month_light force row level security;

create policy zone_wall on month_light using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select on month_light to zhantu_app;

create table month_task (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  period date not null,
  text text not null,
  done_on date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((EXTRACT(day FROM period) = (1)::numeric)),
  CHECK ((text <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX month_task_period ON public.month_task USING btree (zone_id, period) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX month_task_once ON public.month_task USING btree (zone_id, project_id, period) WHERE (removed_at IS NULL);

alter table month_task enable row level security;

alter table month_task force row level security;

create policy need_to_know on month_task to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on month_task using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on month_task to zhantu_app;

create table not_same (
  zone_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  facts jsonb not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((second_id > first_id)),
  FOREIGN KEY (zone_id, first_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, said_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, second_id) REFERENCES project(zone_id, id),
  UNIQUE (zone_id, first_id, second_id)
);

alter table not_same enable row level security;

alter table not_same force row level security;

create policy zone_wall on not_same using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on not_same to zhantu_app;

create table paper (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone text not null,
  kind text not null,
  file_name text not null,
  file_size integer not null,
  file_hash text not null,
  format text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((file_size > 0)),
  CHECK ((format = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text, 'docx'::text, 'xlsx'::text, 'ofd'::text]))),
  CHECK ((kind <> ''::text)),
  FOREIGN KEY (zone_id, added_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX paper_project ON public.paper USING btree (zone_id, project_id, milestone);

alter table paper enable row level security;

alter table paper force row level security;

create policy zone_wall on paper using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on paper to zhantu_app;

create table parcel (
  zone_id uuid not null,
  id uuid not null,
  number text,
  number_key text,
  name text,
  status text not null,
  land_use text,
  land_class text,
  area_m2 numeric(20,4) not null,
  drawn_m2 numeric(20,4) not null,
  epsg integer not null,
  survey jsonb not null,
  boundary jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  lon double precision not null,
  lat double precision not null,
  territory_id uuid,
  ended_on date,
  source text,
  note text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  CHECK ((number <> ''::text)),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text]))),
  CHECK ((status = ANY (ARRAY['reserve'::text, 'preparing'::text, 'cleared'::text, 'listed'::text, 'granted'::text, 'building'::text, 'built'::text, 'inefficient'::text, 'idle'::text]))),
  FOREIGN KEY (zone_id, territory_id) REFERENCES territory(zone_id, id)
);

CREATE INDEX parcel_in_order ON public.parcel USING btree (zone_id, regexp_replace(regexp_replace(number, '(\d+)'::text, '000000000000\1'::text, 'g'::text), '0+(\d{12})(?!\d)'::text, '\1'::text, 'g'::text), id) WHERE (removed_at IS NULL);

CREATE INDEX parcel_key ON public.parcel USING btree (zone_id, number_key) WHERE (removed_at IS NULL);

CREATE INDEX parcel_status ON public.parcel USING btree (zone_id, status, id) WHERE (removed_at IS NULL);

CREATE INDEX parcel_territory ON public.parcel USING btree (zone_id, territory_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX parcel_number ON public.parcel USING btree (zone_id, number_key) WHERE ((number_key IS NOT NULL) AND (ended_on IS NULL) AND (removed_at IS NULL));

alter table parcel enable row level security;

alter table parcel force row level security;

create policy zone_wall on parcel using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on parcel to zhantu_app;

create table parcel_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size integer not null,
  file_hash text not null,
  format text not null,
  status text not null,
  reading jsonb not null,
  notices jsonb not null,
  counts jsonb not null,
  land_position bigint not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((status = ANY (ARRAY['read'::text, 'applied'::text, 'undone'::text, 'discarded'::text])))
);

CREATE INDEX parcel_import_created ON public.parcel_import USING btree (zone_id, created_at);

alter table parcel_import enable row level security;

alter table parcel_import force row level security;

create policy zone_wall on parcel_import using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on parcel_import to zhantu_app;

create table parcel_import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
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
  epsg integer,
  declared_m2 numeric(20,4),
  drawn_m2 numeric(20,4),
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  lon double precision,
  lat double precision,
  findings jsonb not null,
  verdict text not null,
  parcel_id uuid,
  parcel_revision integer,
  decision text,
  area_by text,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_by = ANY (ARRAY['declared'::text, 'drawn'::text]))),
  CHECK ((decision = ANY (ARRAY['take'::text, 'skip'::text]))),
  CHECK ((verdict = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'doubt'::text, 'refused'::text]))),
  FOREIGN KEY (zone_id, import_id) REFERENCES parcel_import(zone_id, id)
);

CREATE INDEX parcel_import_row_order ON public.parcel_import_row USING btree (zone_id, import_id, ordinal);

alter table parcel_import_row enable row level security;

alter table parcel_import_row force row level security;

create policy zone_wall on parcel_import_row using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant delete, insert, select, update on parcel_import_row to zhantu_app;

create table parcel_origin (
  zone_id uuid not null,
  id uuid not null,
  act_id uuid not null,
  kind text not null,
  parent_id uuid not null,
  child_id uuid not null,
  on_day date not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text]))),
  FOREIGN KEY (zone_id, child_id) REFERENCES parcel(zone_id, id),
  FOREIGN KEY (zone_id, parent_id) REFERENCES parcel(zone_id, id)
);

CREATE INDEX parcel_origin_child ON public.parcel_origin USING btree (zone_id, child_id) WHERE (removed_at IS NULL);

CREATE INDEX parcel_origin_parent ON public.parcel_origin USING btree (zone_id, parent_id) WHERE (removed_at IS NULL);

alter table parcel_origin enable row level security;

alter table parcel_origin force row level security;

create policy zone_wall on parcel_origin using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on parcel_origin to zhantu_app;

create table plan (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  asked jsonb not null,
  answer jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  adopted_by uuid,
  adopted_at timestamp with time zone,
  adopted_until date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((((adopted_at IS NULL) = (adopted_by IS NULL)) AND ((adopted_at IS NULL) = (adopted_until IS NULL)))),
  FOREIGN KEY (zone_id, adopted_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, made_by) REFERENCES member(zone_id, id)
);

CREATE INDEX plan_made ON public.plan USING btree (zone_id, made_at) WHERE (removed_at IS NULL);

alter table plan enable row level security;

alter table plan force row level security;

create policy need_to_know on plan to zhantu_narrow using (false);

create policy zone_wall on plan using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on plan to zhantu_app;

create table post (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  role text not null,
  from_on date not null,
  to_on date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  CHECK ((role = ANY (ARRAY['director'::text, 'commander'::text, 'officer'::text, 'promoter'::text, 'analyst'::text, 'administrator'::text, 'security_administrator'::text, 'auditor'::text]))),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX post_member ON public.post USING btree (zone_id, member_id);

CREATE INDEX post_unit ON public.post USING btree (zone_id, unit_id);

alter table post enable row level security;

alter table post force row level security;

create policy zone_wall on post using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on post to zhantu_app;

create table progress (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  period date not null,
  annual_plan numeric(20,6),
  month_done numeric(20,6),
  year_done numeric(20,6),
  total_done numeric(20,6),
  physical_progress text,
  progress text,
  problem text,
  coordination text,
  next_step text,
  light text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((light = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text, 'grey'::text]))),
  CHECK ((EXTRACT(day FROM period) = (1)::numeric)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  UNIQUE (zone_id, project_id, period)
);

alter table progress enable row level security;

alter table progress force row level security;

create policy zone_wall on progress using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on progress to zhantu_app;

create table project (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  code text,
  investor text,
  investor_kind text,
  chain text,
  industry_code text,
  scope text,
  total_investment numeric(20,6),
  fixed_asset_investment numeric(20,6),
  foreign_capital numeric(20,6),
  land_area numeric(20,4),
  floor_area numeric(20,4),
  expected_output numeric(20,6),
  expected_tax numeric(20,6),
  first_contact_unit text,
  corps_id uuid,
  parcel_no text,
  lead_official text,
  responsible_unit text,
  officer text,
  officer_id uuid,
  stage text default 'lead'::text not null,
  standing text default 'ongoing'::text not null,
  note text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  proven_stage text,
  contact_name text,
  contact_phone text,
  PRIMARY KEY (zone_id, id),
  CHECK ((name <> ''::text)),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text]))),
  CHECK ((stage = ANY (ARRAY['lead'::text, 'engaged'::text, 'negotiating'::text, 'underReview'::text, 'signed'::text, 'landed'::text, 'landSupplied'::text, 'started'::text, 'underConstruction'::text, 'completed'::text, 'inProduction'::text, 'aboveScale'::text, 'fullCapacity'::text, 'contractReview'::text]))),
  CHECK ((standing = ANY (ARRAY['ongoing'::text, 'onHold'::text, 'lost'::text, 'transferred'::text, 'rescinded'::text]))),
  FOREIGN KEY (zone_id, corps_id) REFERENCES unit(zone_id, id),
  FOREIGN KEY (zone_id, officer_id) REFERENCES member(zone_id, id)
);

CREATE INDEX project_code ON public.project USING btree (zone_id, code) WHERE (code IS NOT NULL);

CREATE INDEX project_corps ON public.project USING btree (zone_id, corps_id, id) WHERE (removed_at IS NULL);

CREATE INDEX project_name ON public.project USING btree (zone_id, name, id) WHERE (removed_at IS NULL);

CREATE INDEX project_stage ON public.project USING btree (zone_id, stage, id) WHERE (removed_at IS NULL);

CREATE INDEX project_total ON public.project USING btree (zone_id, total_investment, id) WHERE (removed_at IS NULL);

alter table project enable row level security;

alter table project force row level security;

create policy need_to_know on project to zhantu_narrow using (((stage <> ALL (ARRAY['lead'::text, 'engaged'::text, 'negotiating'::text, 'underReview'::text])) OR (( SELECT current_setting('app.reach'::text, true) AS current_setting) = 'zone'::text) OR (corps_id = ANY (( SELECT (string_to_array(NULLIF(current_setting('app.units'::text, true), ''::text), ','::text))::uuid[] AS string_to_array)::uuid[])) OR (officer_id = ( SELECT (NULLIF(current_setting('app.member'::text, true), ''::text))::uuid AS "nullif")) OR (first_contact_unit IN ( SELECT jsonb_array_elements_text((NULLIF(current_setting('app.unit_names'::text, true), ''::text))::jsonb) AS jsonb_array_elements_text)) OR (id IN ( SELECT g.project_id
   FROM project_guest g
  WHERE ((g.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid) AND (g.member_id = (NULLIF(current_setting('app.member'::text, true), ''::text))::uuid) AND (g.removed_at IS NULL)))) OR (id IN ( SELECT a.project_id
   FROM (agreement a
     JOIN post p ON (((p.zone_id = a.zone_id) AND (((p.unit_id = a.from_unit_id) OR (p.unit_id = a.to_unit_id)) OR (EXISTS ( SELECT
           FROM benefit_share s
          WHERE ((s.zone_id = a.zone_id) AND (s.agreement_id = a.id) AND (s.unit_id = p.unit_id) AND (s.removed_at IS NULL))))))))
  WHERE ((a.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid) AND (a.state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'done'::text])) AND (a.removed_at IS NULL) AND (p.member_id = (NULLIF(current_setting('app.member'::text, true), ''::text))::uuid) AND (p.role = 'commander'::text) AND (p.removed_at IS NULL) AND (p.from_on <= ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) AND ((p.to_on IS NULL) OR (p.to_on >= ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)))))));

create policy zone_wall on project using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on project to zhantu_app;

create table project_guest (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  member_id uuid not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE UNIQUE INDEX project_guest_once ON public.project_guest USING btree (zone_id, member_id, project_id) WHERE (removed_at IS NULL);

alter table project_guest enable row level security;

alter table project_guest force row level security;

create policy zone_wall on project_guest using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on project_guest to zhantu_app;

create table project_place (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  lon double precision not null,
  lat double precision not null,
  note text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((lat >= (3)::double precision) AND (lat <= (54)::double precision))),
  CHECK (((lon >= (73)::double precision) AND (lon <= (136)::double precision))),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text]))),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE UNIQUE INDEX project_place_once ON public.project_place USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

alter table project_place enable row level security;

alter table project_place force row level security;

create policy need_to_know on project_place to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on project_place using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on project_place to zhantu_app;

create table promise (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  indicator text not null,
  value numeric not null,
  unit text not null,
  check_stage text not null,
  due_on date,
  source text not null,
  promised_by uuid not null,
  promised_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((check_stage = ANY (ARRAY['landSupplied'::text, 'completed'::text, 'fullCapacity'::text]))),
  CHECK ((indicator <> ''::text)),
  CHECK ((source <> ''::text)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, promised_by) REFERENCES member(zone_id, id)
);

CREATE UNIQUE INDEX promise_indicator ON public.promise USING btree (zone_id, project_id, indicator) WHERE (removed_at IS NULL);

alter table promise enable row level security;

alter table promise force row level security;

create policy need_to_know on promise to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on promise using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on promise to zhantu_app;

create table promise_actual (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  indicator text not null,
  value numeric not null,
  unit text not null,
  measured_on date not null,
  source text not null,
  paper_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((indicator <> ''::text)),
  CHECK ((source <> ''::text)),
  FOREIGN KEY (zone_id, paper_id) REFERENCES paper(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, recorded_by) REFERENCES member(zone_id, id)
);

CREATE INDEX promise_actual_project ON public.promise_actual USING btree (zone_id, project_id, indicator, measured_on);

alter table promise_actual enable row level security;

alter table promise_actual force row level security;

create policy need_to_know on promise_actual to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on promise_actual using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on promise_actual to zhantu_app;

create table recovery_code (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id)
);

CREATE INDEX recovery_code_member ON public.recovery_code USING btree (zone_id, member_id) WHERE (removed_at IS NULL);

alter table recovery_code enable row level security;

alter table recovery_code force row level security;

create policy zone_wall on recovery_code using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on recovery_code to zhantu_app;

create table reorganisation (
  zone_id uuid not null,
  id uuid not null,
  title text not null,
  effective_on date not null,
  status text not null,
  steps jsonb not null,
  lines jsonb not null,
  moves jsonb,
  stopped_because jsonb,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  carried_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((status = ANY (ARRAY['draft'::text, 'confirmed'::text, 'done'::text, 'undone'::text, 'stopped'::text]))),
  CHECK ((title <> ''::text)),
  FOREIGN KEY (zone_id, created_by) REFERENCES member(zone_id, id)
);

CREATE INDEX reorganisation_due ON public.reorganisation USING btree (zone_id, effective_on) WHERE (status = 'confirmed'::text);

alter table reorganisation enable row level security;

alter table reorganisation force row level security;

create policy zone_wall on reorganisation using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on reorganisation to zhantu_app;

create table reservation (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  parcel_id uuid not null,
  area_m2 numeric,
  until_on date not null,
  reserved_by uuid not null,
  reserved_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  FOREIGN KEY (zone_id, parcel_id) REFERENCES parcel(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, reserved_by) REFERENCES member(zone_id, id)
);

CREATE INDEX reservation_parcel ON public.reservation USING btree (zone_id, parcel_id, until_on) WHERE (removed_at IS NULL);

CREATE INDEX reservation_project ON public.reservation USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

alter table reservation enable row level security;

alter table reservation force row level security;

create policy need_to_know on reservation to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on reservation using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on reservation to zhantu_app;

create table room (
  zone_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  floor_id uuid not null,
  number text not null,
  number_key text not null,
  area_m2 numeric(20,4) not null,
  use text,
  asking_rent numeric(12,4),
  asking_rent_unit text,
  ready_on date,
  note text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  CHECK ((asking_rent >= (0)::numeric)),
  CHECK ((asking_rent_unit = ANY (ARRAY['month'::text, 'day'::text]))),
  CHECK (((asking_rent IS NULL) = (asking_rent_unit IS NULL))),
  CHECK ((number <> ''::text)),
  CHECK ((number_key <> ''::text)),
  FOREIGN KEY (zone_id, building_id) REFERENCES building(zone_id, id),
  FOREIGN KEY (zone_id, floor_id) REFERENCES floor(zone_id, id)
);

CREATE INDEX room_floor ON public.room USING btree (zone_id, floor_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX room_once ON public.room USING btree (zone_id, building_id, number_key) WHERE (removed_at IS NULL);

alter table room enable row level security;

alter table room force row level security;

create policy zone_wall on room using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on room to zhantu_app;

create table rule_set (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  preset text,
  everywhere boolean not null,
  rules jsonb not null,
  source text not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((name <> ''::text)),
  CHECK ((source <> ''::text))
);

alter table rule_set enable row level security;

alter table rule_set force row level security;

create policy zone_wall on rule_set using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on rule_set to zhantu_app;

create table rule_set_parcel (
  zone_id uuid not null,
  id uuid not null,
  rule_set_id uuid not null,
  parcel_id uuid not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, parcel_id) REFERENCES parcel(zone_id, id),
  FOREIGN KEY (zone_id, rule_set_id) REFERENCES rule_set(zone_id, id)
);

CREATE INDEX rule_set_parcel_parcel ON public.rule_set_parcel USING btree (zone_id, parcel_id) WHERE (removed_at IS NULL);

CREATE INDEX rule_set_parcel_set ON public.rule_set_parcel USING btree (zone_id, rule_set_id) WHERE (removed_at IS NULL);

alter table rule_set_parcel enable row level security;

alter table rule_set_parcel force row level security;

create policy zone_wall on rule_set_parcel using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on rule_set_parcel to zhantu_app;

create table seal (
  zone_id uuid not null,
  number bigint not null,
  after_position bigint not null,
  up_to_position bigint not null,
  count integer not null,
  records text not null,
  algorithm text not null,
  previous text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  PRIMARY KEY (zone_id, number),
  CHECK ((count > 0)),
  CHECK ((number > 0)),
  UNIQUE (zone_id, up_to_position)
);

alter table seal enable row level security;

alter table seal force row level security;

create policy zone_wall on seal using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select on seal to zhantu_app;

create table search_entry (
  zone_id uuid not null,
  entity text not null,
  row_id uuid not null,
  body text not null,
  pinyin text not null,
  initials text not null,
  tokens integer[] not null,
  PRIMARY KEY (zone_id, entity, row_id)
);

CREATE INDEX search_entry_tokens ON public.search_entry USING gin (tokens);

alter table search_entry enable row level security;

create policy zone_wall on search_entry using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant delete, insert, select, update on search_entry to zhantu_app;

create table second_factor (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret text not null,
  started_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  used_step bigint,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id)
);

CREATE UNIQUE INDEX second_factor_once ON public.second_factor USING btree (zone_id, member_id, ((confirmed_at IS NULL))) WHERE (removed_at IS NULL);

alter table second_factor enable row level security;

alter table second_factor force row level security;

create policy zone_wall on second_factor using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on second_factor to zhantu_app;

create table security_setting (
  zone_id uuid not null,
  id uuid not null,
  min_length integer not null,
  min_length_administrators integer not null,
  classes integer not null,
  history integer not null,
  max_age_days integer not null,
  failures integer not null,
  lock_minutes integer not null,
  idle_minutes integer not null,
  first_change boolean not null,
  second_factor text not null,
  one_session boolean not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  wall_days integer default 0 not null,
  PRIMARY KEY (zone_id, id),
  CHECK (((min_length_administrators >= min_length) AND (min_length_administrators <= 64))),
  CHECK (((classes >= 1) AND (classes <= 4))),
  CHECK (((failures >= 3) AND (failures <= 10))),
  CHECK (((history >= 0) AND (history <= 24))),
  CHECK (((idle_minutes >= 5) AND (idle_minutes <= 120))),
  CHECK (((lock_minutes >= 5) AND (lock_minutes <= 120))),
  CHECK (((max_age_days >= 0) AND (max_age_days <= 365))),
  CHECK (((min_length >= 8) AND (min_length <= 64))),
  CHECK ((second_factor = ANY (ARRAY['off'::text, 'administrators'::text, 'all'::text]))),
  CHECK (((wall_days >= 0) AND (wall_days <= 31))),
  UNIQUE (zone_id)
);

alter table security_setting enable row level security;

alter table security_setting force row level security;

create policy zone_wall on security_setting using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on security_setting to zhantu_app;

create table session (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret_hash text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  agent text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  address text,
  must_renew boolean default false not null,
  seen_position bigint,
  before_at timestamp with time zone,
  before_position bigint,
  kind text default 'person'::text not null,
  screen text,
  ends_on date,
  PRIMARY KEY (zone_id, id),
  CHECK ((kind = ANY (ARRAY['person'::text, 'wall'::text]))),
  CHECK ((((kind = 'wall'::text) = (screen IS NOT NULL)) AND ((kind = 'wall'::text) = (ends_on IS NOT NULL)))),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id)
);

CREATE INDEX session_member ON public.session USING btree (zone_id, member_id);

CREATE INDEX session_walls ON public.session USING btree (zone_id, ends_on) WHERE ((kind = 'wall'::text) AND (ended_at IS NULL));

alter table session enable row level security;

alter table session force row level security;

create policy zone_wall on session using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on session to zhantu_app;

create table space_need (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  land boolean not null,
  rooms boolean not null,
  area_m2 numeric not null,
  least_m2 numeric not null,
  most_m2 numeric not null,
  on_day date not null,
  latest_on date,
  load_t_m2 numeric,
  height_m numeric,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  CHECK ((most_m2 >= least_m2)),
  CHECK ((land OR rooms)),
  CHECK ((height_m > (0)::numeric)),
  CHECK ((least_m2 > (0)::numeric)),
  CHECK ((load_t_m2 > (0)::numeric)),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  UNIQUE (zone_id, project_id)
);

alter table space_need enable row level security;

alter table space_need force row level security;

create policy need_to_know on space_need to zhantu_narrow using ((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))));

create policy zone_wall on space_need using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on space_need to zhantu_app;

create table stage_entry (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  from_stage text not null,
  stage text not null,
  kind text not null,
  proven boolean not null,
  reason text,
  evidence jsonb not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((kind = ANY (ARRAY['forward'::text, 'confirm'::text])) OR (reason IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['forward'::text, 'confirm'::text, 'back'::text, 'leap'::text]))),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (zone_id, entered_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX stage_entry_project ON public.stage_entry USING btree (zone_id, project_id, entered_at);

alter table stage_entry enable row level security;

alter table stage_entry force row level security;

create policy zone_wall on stage_entry using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on stage_entry to zhantu_app;

create table stage_rule (
  zone_id uuid not null,
  id uuid not null,
  stage text not null,
  needs jsonb not null,
  verified boolean not null,
  source text not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((source <> ''::text)),
  UNIQUE (zone_id, stage)
);

alter table stage_rule enable row level security;

alter table stage_rule force row level security;

create policy zone_wall on stage_rule using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on stage_rule to zhantu_app;

create table standing_change (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  from_standing text not null,
  standing text not null,
  reason_zh text,
  reason_en text,
  note text,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((standing = 'ongoing'::text) OR (reason_zh IS NOT NULL))),
  CHECK ((note <> ''::text)),
  CHECK ((standing = ANY (ARRAY['ongoing'::text, 'onHold'::text, 'lost'::text, 'transferred'::text, 'rescinded'::text]))),
  FOREIGN KEY (zone_id, changed_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX standing_change_project ON public.standing_change USING btree (zone_id, project_id, changed_at);

alter table standing_change enable row level security;

alter table standing_change force row level security;

create policy zone_wall on standing_change using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on standing_change to zhantu_app;

create table standing_reason (
  zone_id uuid not null,
  id uuid not null,
  standing text not null,
  zh text not null,
  en text,
  position integer not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((standing = ANY (ARRAY['onHold'::text, 'lost'::text, 'rescinded'::text]))),
  CHECK ((zh <> ''::text))
);

CREATE INDEX standing_reason_order ON public.standing_reason USING btree (zone_id, standing, "position");

alter table standing_reason enable row level security;

alter table standing_reason force row level security;

create policy zone_wall on standing_reason using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on standing_reason to zhantu_app;

create table support (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  what text not null,
  of_unit_id uuid,
  of_whom text,
  due_on date not null,
  met_on date,
  note text,
  asked_by uuid,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK (((of_unit_id IS NULL) <> (of_whom IS NULL))),
  CHECK ((kind = ANY (ARRAY['land'::text, 'energy'::text, 'approval'::text, 'funds'::text, 'people'::text, 'other'::text]))),
  CHECK ((of_whom <> ''::text)),
  CHECK ((what <> ''::text)),
  FOREIGN KEY (zone_id, asked_by) REFERENCES member(zone_id, id),
  FOREIGN KEY (zone_id, of_unit_id) REFERENCES unit(zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id)
);

CREATE INDEX support_project ON public.support USING btree (zone_id, project_id) WHERE (removed_at IS NULL);

CREATE INDEX support_unit ON public.support USING btree (zone_id, of_unit_id) WHERE ((of_unit_id IS NOT NULL) AND (removed_at IS NULL));

alter table support enable row level security;

alter table support force row level security;

create policy need_to_know on support to zhantu_narrow using (((project_id IN ( SELECT p.id
   FROM project p
  WHERE (p.zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid))) OR (of_unit_id = ANY (( SELECT (string_to_array(NULLIF(current_setting('app.units'::text, true), ''::text), ','::text))::uuid[] AS string_to_array)::uuid[]))));

create policy zone_wall on support using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on support to zhantu_app;

create table territory (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  boundary jsonb,
  area_m2 numeric(20,4),
  source text,
  note text,
  provenance text,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((area_m2 > (0)::numeric)),
  CHECK ((name <> ''::text)),
  CHECK ((provenance = ANY (ARRAY['published'::text, 'illustrative'::text])))
);

CREATE UNIQUE INDEX territory_name ON public.territory USING btree (zone_id, name) WHERE (removed_at IS NULL);

alter table territory enable row level security;

alter table territory force row level security;

create policy zone_wall on territory using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on territory to zhantu_app;

create table territory_holding (
  zone_id uuid not null,
  id uuid not null,
  territory_id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  FOREIGN KEY (zone_id, territory_id) REFERENCES territory(zone_id, id),
  FOREIGN KEY (zone_id, unit_id) REFERENCES unit(zone_id, id)
);

CREATE INDEX territory_holding_territory ON public.territory_holding USING btree (zone_id, territory_id, from_on) WHERE (removed_at IS NULL);

CREATE INDEX territory_holding_unit ON public.territory_holding USING btree (zone_id, unit_id, from_on) WHERE (removed_at IS NULL);

alter table territory_holding enable row level security;

alter table territory_holding force row level security;

create policy zone_wall on territory_holding using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on territory_holding to zhantu_app;

create table unit (
  zone_id uuid not null,
  id uuid not null,
  parent_id uuid,
  kind text not null,
  name text not null,
  position integer default 0 not null,
  from_on date not null,
  to_on date,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((to_on >= from_on)),
  CHECK ((kind = ANY (ARRAY['zone_office'::text, 'corps'::text, 'sub_command'::text, 'work_group'::text, 'task_force'::text, 'bureau'::text]))),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (zone_id, parent_id) REFERENCES unit(zone_id, id)
);

CREATE UNIQUE INDEX unit_name ON public.unit USING btree (zone_id, parent_id, name) WHERE ((removed_at IS NULL) AND (to_on IS NULL));

alter table unit enable row level security;

alter table unit force row level security;

create policy zone_wall on unit using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on unit to zhantu_app;

create table verification (
  zone_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone text not null,
  actual text not null,
  paper_ids uuid[] not null,
  verified_by uuid not null,
  verified_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, project_id) REFERENCES project(zone_id, id),
  FOREIGN KEY (zone_id, verified_by) REFERENCES member(zone_id, id)
);

CREATE INDEX verification_project ON public.verification USING btree (zone_id, project_id, milestone);

alter table verification enable row level security;

alter table verification force row level security;

create policy zone_wall on verification using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, select, update on verification to zhantu_app;

create table view (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  shared boolean default false not null,
  definition jsonb not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  CHECK ((name <> ''::text)),
  FOREIGN KEY (zone_id, member_id) REFERENCES member(zone_id, id)
);

alter table view enable row level security;

alter table view force row level security;

create policy zone_wall on view using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on view to zhantu_app;

create table word_lesson (
  zone_id uuid not null,
  id uuid not null,
  field text not null,
  word text not null,
  value text not null,
  learned_at timestamp with time zone not null,
  revision integer default 1 not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (zone_id, id),
  UNIQUE (zone_id, field, word)
);

alter table word_lesson enable row level security;

alter table word_lesson force row level security;

create policy zone_wall on word_lesson using ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid)) with check ((zone_id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant insert, select, update on word_lesson to zhantu_app;

create table zone (
  id uuid not null,
  code text not null,
  name text not null,
  sample boolean default false not null,
  created_at timestamp with time zone not null,
  contact_key text default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text) not null,
  PRIMARY KEY (id),
  CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  UNIQUE (code)
);

alter table zone enable row level security;

create policy zone_wall on zone using ((id = (NULLIF(current_setting('app.zone'::text, true), ''::text))::uuid));

grant select on zone to zhantu_app;

CREATE OR REPLACE FUNCTION app.enter_past(zone uuid, member uuid, reach text, units text, unit_names text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform app.enter_zone(zone, member, reach, units, unit_names);
  execute format('set local app.as_of = %L', at);
  set local search_path = past, public;
  set local transaction_read_only = on;
end $function$


CREATE OR REPLACE FUNCTION app.enter_zone(zone uuid, member uuid, reach text, units text, unit_names text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('set local app.zone = %L', zone);
  execute format('set local app.member = %L', coalesce(member::text, ''));
  execute format('set local app.reach = %L', reach);
  execute format('set local app.units = %L', units);
  execute format('set local app.unit_names = %L', unit_names);
  if reach = 'zone' then
    set local role zhantu_app;
  else
    set local role zhantu_narrow;
  end if;
end $function$


CREATE OR REPLACE FUNCTION app.find_entries(of_entity text, text_tokens integer[], pinyin_tokens integer[], initials_tokens integer[], needle text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$


CREATE OR REPLACE FUNCTION app.mask_name(names text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when strpos(names, '、') = 0 then left(names, 1) || '**' else regexp_replace(names, '(^|、)([^、])[^、]*', '\1\2**', 'g') end
$function$


CREATE OR REPLACE FUNCTION app.mask_phone(phones text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when length(phones) = 11 and translate(phones, '0123456789', '') = '' then left(phones, 3) || '****' || right(phones, 4)
    else regexp_replace(regexp_replace(regexp_replace(phones, '转[0-9]+', '转***', 'g'),
      '([0-9]{3}(?=[0-9]{8}))?[0-9]{3,}([0-9]{4})', '\1****\2', 'g'),
      '(?<![0-9*])(?!0[0-9]{2,3}-[0-9*])[0-9]{1,6}(?![0-9*])', '***', 'g') end
$function$


CREATE OR REPLACE FUNCTION app.remember(recorded text, fixed text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  moves boolean := 'project_id' = any (fixed) and recorded not in ('milestone', 'progress');
  moved text := format($moved$select 1 from public.change m
      where m.zone_id = r.zone_id and m.entity = %L and m.row_id = r.id
        and m.cause_kind in ('merge', 'unmerge') and m.operation = 'update'$moved$, recorded);
  body text;
begin
  body := app.remembered(recorded, fixed);
  if moves then
    body := body || format(' where not exists (%s) union all ', moved)
      || app.remembered(recorded, array_remove(fixed, 'project_id')) || format(' where exists (%s)', moved);
  end if;
  execute format('drop view if exists past.%I', recorded);
  execute format('create view past.%I with (security_invoker = true) as %s', recorded, body);
  execute format('grant select on past.%I to zhantu_app', recorded);
end $function$


CREATE OR REPLACE FUNCTION app.remembered(recorded text, fixed text[])
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  columns text;
begin
  select string_agg(case
      when a.attname = any (fixed) then format('r.%I', a.attname)
      when a.attname = 'revision' then 'v.revision'
      when a.atttypid in ('json'::regtype, 'jsonb'::regtype) then format('(v.image -> %L)::%s as %I', a.attname, format_type(a.atttypid, a.atttypmod), a.attname)
      else format('(v.image ->> %L)::%s as %I', a.attname, format_type(a.atttypid, a.atttypmod), a.attname) end, ', ' order by a.attnum)
    into columns
    from pg_attribute a
    where a.attrelid = format('public.%I', recorded)::regclass and a.attnum > 0 and not a.attisdropped;
  return format($view$select %s from public.%I r cross join lateral (
      select c.image, c.revision from public.change c
      where c.zone_id = r.zone_id and c.entity = %L and c.row_id = r.id
        and c.recorded_from <= (select current_setting('app.as_of')::timestamptz)
      order by c.recorded_from desc, c.revision desc limit 1) v$view$, columns, recorded, recorded);
end $function$


CREATE OR REPLACE FUNCTION app.veil_contact(zone uuid, record uuid, image jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select image || coalesce(jsonb_object_agg(key, 'sha256:' || encode(sha256(convert_to(concat_ws(' ', z.contact_key, record, key, value), 'UTF8')), 'hex')), '{}')
  from (select contact_key from zone where id = veil_contact.zone) z, jsonb_each_text(image) t(key, value)
  where key in ('contact_name', 'contact_phone') and value is not null
$function$

