import type { Session } from '../src/server/database/connect.ts'

/** The whole schema as one text, in a fixed order: for reading, and for seeing in review what a migration does. */
export async function describeSchema(session: Session): Promise<string> {
  const all = async (text: string) => (await session.query(text, [])).rows.map((row) => String(row['line']))
  const tables = await all(`select c.relname as line from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by 1`)
  const parts = ['-- Generated from the migrations by `npm run generate`. Do not edit.']
  for (const table of tables) {
    const columns = await all(`select format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), case when a.attnotnull then ' not null' else '' end) as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`)
    const constraints = await all(`select format('  %s', pg_get_constraintdef(oid)) as line from pg_constraint
      where conrelid = '${table}'::regclass and contype in ('p', 'u', 'f', 'c') order by contype = 'p' desc, contype, conname`)
    parts.push(`create table ${table} (\n${[...columns, ...constraints].join(',\n')}\n);`)
    parts.push(
      ...(await all(`select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i
      where i.indrelid = '${table}'::regclass and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by 1`)),
    )
    parts.push(
      ...(await all(`select format('alter table %s %s row level security;', relname, mode) as line from pg_class,
      lateral (values (relrowsecurity, 'enable'), (relforcerowsecurity, 'force')) m(has, mode) where oid = '${table}'::regclass and has`)),
    )
    parts.push(
      ...(await all(`select format('create policy %s on %s%s using (%s)%s;', polname, '${table}',
      (select ' to ' || string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (polroles)), pg_get_expr(polqual, polrelid),
      coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')) as line from pg_policy where polrelid = '${table}'::regclass order by 1`)),
    )
    parts.push(
      ...(await all(`select format('grant %s on %s to zhantu_app;', string_agg(lower(privilege_type), ', ' order by privilege_type), '${table}') as line
      from information_schema.role_table_grants where table_name = '${table}' and grantee = 'zhantu_app' having count(*) > 0`)),
    )
  }
  parts.push(
    ...(await all(
      `select pg_get_functiondef(oid) as line from pg_proc where pronamespace = 'app'::regnamespace order by proname`,
    )),
  )
  return `${parts.join('\n\n')}\n`
}
