-- What an undo left standing because somebody had edited it: projects kept whole, and single values.
alter table ledger_import add column undo_kept jsonb;
