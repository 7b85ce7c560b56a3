-- Where a person's visits ended in the log: `seen_position` goes along with seen_at; the other two say where the visit
-- before this one ended (null at the first). No index on change is needed: what came after a position is at its end.
alter table session
  add column seen_position bigint,
  add column before_at timestamptz,
  add column before_position bigint;
