-- The unit that a zone's people have chosen for a column of this header.
alter table header_lesson add column unit text;

-- What a zone's people have said that a word means in a field of choices: 已拿地 in 当前阶段 is 供地.
create table word_lesson (
  zone_id uuid not null,
  id uuid not null,
  field text not null,
  word text not null,
  value text not null,
  learned_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, field, word)
);
alter table word_lesson enable row level security;
alter table word_lesson force row level security;
create policy zone_wall on word_lesson
  using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
  with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update on word_lesson to zhantu_app;
