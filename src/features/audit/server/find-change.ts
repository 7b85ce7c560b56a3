import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { RecordChange } from '../contract.ts'

type Row = Omit<RecordChange, 'values'> & { values: RecordChange['values'] }

/** People to call are masked here as everywhere. */
const shown = (
  image: string,
) => sql`case key when 'contact_phone' then app.mask_phone(${sql.ref(image)} ->> key)
  when 'contact_name' then app.mask_name(${sql.ref(image)} ->> key) else ${sql.ref(image)} ->> key end`

const keptAlways = ['id', 'zone_id', 'revision']

/** One change of one record: what each column held before and holds after it. */
export async function findChange(
  db: Db,
  zoneId: string,
  position: number,
): Promise<RecordChange | undefined> {
  const { rows } = await sql<Row>`
    select c.position, c.entity, c.row_id, c.revision, c.operation, coalesce((
      select jsonb_agg(jsonb_build_object('column', key, 'from', ${shown('b.image')}, 'to', ${shown('c.image')}) order by key)
      from (select jsonb_object_keys(c.image || coalesce(b.image, '{}')) as key) k
      where key <> all(${keptAlways}::text[]) and c.image ->> key is distinct from b.image ->> key), '[]') as values
    from change c
    left join change b on b.zone_id = ${zoneId} and b.entity = c.entity and b.row_id = c.row_id and b.revision = c.revision - 1
    where c.zone_id = ${zoneId} and c.position = ${position}`.execute(db)
  return rows[0]
}
