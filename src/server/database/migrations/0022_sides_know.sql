-- A side of an agreement knows of its project by its commander of the day, so long as the agreement stands: nobody is
-- invited one by one, and whoever takes over or leaves the post takes over or leaves the knowledge.
alter policy need_to_know on project using (
  stage not in ('lead', 'engaged', 'negotiating', 'underReview')
  or (select current_setting('app.reach', true)) = 'zone'
  or corps_id = any ((select string_to_array(nullif(current_setting('app.units', true), ''), ',')::uuid[])::uuid[])
  or officer_id = (select nullif(current_setting('app.member', true), '')::uuid)
  or first_contact_unit in (select jsonb_array_elements_text(nullif(current_setting('app.unit_names', true), '')::jsonb))
  or id in (select g.project_id from project_guest g
    where g.zone_id = nullif(current_setting('app.zone', true), '')::uuid
      and g.member_id = nullif(current_setting('app.member', true), '')::uuid and g.removed_at is null)
  or id in (select a.project_id from agreement a
    join post p on p.zone_id = a.zone_id
      and (p.unit_id in (a.from_unit_id, a.to_unit_id) or exists (select from benefit_share s
        where s.zone_id = a.zone_id and s.agreement_id = a.id and s.unit_id = p.unit_id and s.removed_at is null))
    where a.zone_id = nullif(current_setting('app.zone', true), '')::uuid
      and a.state in ('proposed', 'agreed', 'done') and a.removed_at is null
      and p.member_id = nullif(current_setting('app.member', true), '')::uuid and p.role = 'commander' and p.removed_at is null
      and p.from_on <= (now() at time zone 'Asia/Shanghai')::date
      and (p.to_on is null or p.to_on >= (now() at time zone 'Asia/Shanghai')::date))
);
