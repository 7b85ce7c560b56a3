-- What a decision saw where there is no figure: a rule that nobody had answered or that was missed, and which industry.
alter table exemption add column verdict text check (verdict in ('fail', 'unknown'));
alter table exemption add column industry text;
select app.remember('exemption', '{zone_id,id,rule_set_id,decided_at}');
