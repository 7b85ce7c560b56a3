-- A version ends where its successor begins: nothing in the log ever changes, and a save writes one row of it.

alter table change drop constraint change_pkey;
alter table change drop constraint change_zone_id_entity_row_id_revision_key;
alter table change drop column id, drop column recorded_to;
alter table change add primary key (zone_id, entity, row_id, revision);
revoke update on change from zhantu_app;
