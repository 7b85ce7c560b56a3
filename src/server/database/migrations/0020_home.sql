-- Where a person's sessions ended in the log: `seen_position` goes along with seen_at; the other two say where the one
-- before this one ended (null at the first). No index on change is needed: what came after a position is at its end.
alter table session
  add column seen_position bigint,
  add column before_at timestamptz,
  add column before_position bigint;

-- The log of the past came before the log had positions.
drop view past.change;
create view past.change with (security_invoker = true) as
  select * from public.change where recorded_from <= (select current_setting('app.as_of')::timestamptz);
grant select on past.change to zhantu_app;
