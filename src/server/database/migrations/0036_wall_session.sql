-- A session may be a wall's: of a screen with a name, until the end of a day in Shanghai. It reads what the wall reads.
alter table session add column kind text not null default 'person' check (kind in ('person', 'wall'));
alter table session add column screen text;
alter table session add column ends_on date;
alter table session add constraint session_of_a_wall
  check ((kind = 'wall') = (screen is not null) and (kind = 'wall') = (ends_on is not null));
create index session_walls on session (zone_id, ends_on) where kind = 'wall' and ended_at is null;

-- Days that a wall may stay signed in; 0: a zone has no such sessions until its security administrator allows them.
alter table security_setting add column wall_days int not null default 0 check (wall_days between 0 and 31);
select app.remember('security_setting', '{zone_id,id}');
