-- Whom to call at the enterprise: personal information, told masked wherever it is told at all.
alter table project add column contact_name text;
alter table project add column contact_phone text;

-- The masks, as src/engine/text/contact.ts has them. Most numbers are mobile ones, and need no pattern.
create function app.mask_phone(phones text) returns text language sql immutable parallel safe as $$
  select case when length(phones) = 11 and translate(phones, '0123456789', '') = '' then left(phones, 3) || '****' || right(phones, 4)
    else regexp_replace(regexp_replace(regexp_replace(phones, '转[0-9]+', '转***', 'g'),
      '([0-9]{3}(?=[0-9]{8}))?[0-9]{3,}([0-9]{4})', '\1****\2', 'g'),
      '(?<![0-9*])(?!0[0-9]{2,3}-[0-9*])[0-9]{1,6}(?![0-9*])', '***', 'g') end
$$;
create function app.mask_name(names text) returns text language sql immutable parallel safe as $$
  select case when strpos(names, '、') = 0 then left(names, 1) || '**' else regexp_replace(names, '(^|、)([^、])[^、]*', '\1\2**', 'g') end
$$;

-- The sealed log tells a contact by a digest under this key, so that a copy of the log tells nobody whom to call.
alter table zone add column contact_key text not null
  default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');

create function app.veil_contact(zone uuid, record uuid, image jsonb) returns jsonb language sql stable parallel safe as $$
  select image || coalesce(jsonb_object_agg(key, 'sha256:' || encode(sha256(convert_to(concat_ws(' ', z.contact_key, record, key, value), 'UTF8')), 'hex')), '{}')
  from (select contact_key from zone where id = veil_contact.zone) z, jsonb_each_text(image) t(key, value)
  where key in ('contact_name', 'contact_phone') and value is not null
$$;

select app.remember('project', '{zone_id,id}');
