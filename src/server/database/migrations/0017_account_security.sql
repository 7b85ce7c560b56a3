-- What a zone asks of its accounts, where it has changed the defaults.
create table security_setting (
  zone_id uuid not null,
  id uuid not null,
  min_length int not null check (min_length between 8 and 64),
  min_length_administrators int not null check (min_length_administrators between min_length and 64),
  classes int not null check (classes between 1 and 4),
  history int not null check (history between 0 and 24),
  max_age_days int not null check (max_age_days between 0 and 365),   -- 0: never
  failures int not null check (failures between 3 and 10),
  lock_minutes int not null check (lock_minutes between 5 and 120),
  idle_minutes int not null check (idle_minutes between 5 and 120),
  first_change boolean not null,
  second_factor text not null check (second_factor in ('off', 'administrators', 'all')),
  one_session boolean not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id)
);

-- What somebody signs in with besides the password. One that is not confirmed yet opens nothing.
create table second_factor (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret text not null,                   -- encrypted, with its algorithm in front; empty once removed
  started_at timestamptz not null,
  confirmed_at timestamptz,
  used_step bigint,                       -- the newest half minute whose code was used: no code is used twice
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);
create unique index second_factor_once on second_factor (zone_id, member_id, (confirmed_at is null)) where removed_at is null;

create table recovery_code (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);
create index recovery_code_member on recovery_code (zone_id, member_id) where removed_at is null;

-- Passwords that somebody may not take again; emptied when they fall out of the number remembered.
create table former_password (
  zone_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  password_hash text not null,
  replaced_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, member_id) references member (zone_id, id)
);
create index former_password_member on former_password (zone_id, member_id, replaced_at) where removed_at is null;

alter table session add column address text;
-- Opened with a password past its age: another must be chosen first.
alter table session add column must_renew boolean not null default false;

do $$
declare name text;
begin
  foreach name in array array['security_setting', 'second_factor', 'recovery_code', 'former_password'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;

-- The state of accounts on any day; secrets are in no image.
select app.remember('security_setting', '{zone_id,id}');
select app.remember('credential', '{zone_id,id,member_id,password_hash}');
select app.remember('second_factor', '{zone_id,id,member_id,secret}');
select app.remember('recovery_code', '{zone_id,id,member_id,code_hash}');
select app.remember('former_password', '{zone_id,id,member_id,password_hash}');
