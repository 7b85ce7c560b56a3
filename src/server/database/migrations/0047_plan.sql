-- A plan of places for many projects at once, as it was computed: it names projects, so that whoever is bound by need
-- to know sees none.
create table plan (
  zone_id uuid not null,
  id uuid not null,
  name text not null,
  asked jsonb not null,                   -- which projects, weights, quotas, how near to the best
  answer jsonb not null,                  -- names and figures of the day it was made
  made_by uuid not null,
  made_at timestamptz not null,
  adopted_by uuid,                        -- who kept its places for its projects
  adopted_at timestamptz,
  adopted_until date,                     -- the last day they are kept
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, made_by) references member (zone_id, id),
  foreign key (zone_id, adopted_by) references member (zone_id, id),
  check ((adopted_at is null) = (adopted_by is null) and (adopted_at is null) = (adopted_until is null))
);
create index plan_made on plan (zone_id, made_at) where removed_at is null;
alter table plan enable row level security;
alter table plan force row level security;
create policy zone_wall on plan
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
create policy need_to_know on plan as restrictive for select to zhantu_narrow using (false);
grant select, insert, update on plan to zhantu_app;
select app.remember('plan', '{zone_id,id,made_by}');
