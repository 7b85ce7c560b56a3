-- One workbook on its way into the ledger.
create table ledger_import (
  zone_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size int not null,
  file_hash text not null,
  status text not null check (status in ('read', 'checked', 'applied', 'undone', 'discarded')),
  period date not null check (extract(day from period) = 1),
  blanks text not null default 'keep' check (blanks in ('keep', 'clear')),
  tables jsonb not null,
  notices jsonb not null,
  counts jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id)
);
create index ledger_import_hash on ledger_import (zone_id, file_hash);
create index ledger_import_created on ledger_import (zone_id, created_at);

-- Working material of an import, made anew by each check: no history of its own.
create table import_row (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  ordinal int not null,
  sheet text not null,
  row_number int not null,
  name text,
  readings jsonb not null,
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'doubt', 'skipped')),
  project_id uuid,
  candidates jsonb not null,
  decision text check (decision in ('create', 'match', 'skip')),
  differences jsonb not null,
  primary key (zone_id, id),
  foreign key (zone_id, import_id) references ledger_import (zone_id, id)
);
create index import_row_order on import_row (zone_id, import_id, ordinal);

create table import_issue (
  zone_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_id uuid,
  ordinal int not null,
  sheet text not null,
  cell text not null,
  field text,
  code text not null,
  severity text not null check (severity in ('question', 'warning', 'note')),
  value text not null,
  taken text,
  suggestions jsonb not null,
  answered boolean not null default false,
  answer text,
  primary key (zone_id, id),
  foreign key (zone_id, import_id) references ledger_import (zone_id, id)
);
create index import_issue_order on import_issue (zone_id, import_id, ordinal);

-- What a zone's people have said a header means. field null: leave such a column out.
create table header_lesson (
  zone_id uuid not null,
  id uuid not null,
  header text not null,
  field text,
  learned_at timestamptz not null,
  revision int not null default 1,
  removed_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, header)
);

do $$
declare name text;
begin
  foreach name in array array['ledger_import', 'import_row', 'import_issue', 'header_lesson'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy zone_wall on %I
      using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)
      with check (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$policy$, name);
    execute format('grant select, insert, update on %I to zhantu_app', name);
  end loop;
end $$;
grant delete on import_row, import_issue to zhantu_app;
