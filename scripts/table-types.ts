import type { Session } from '../src/server/database/connect.ts'

const types: Record<string, string> = {
  bool: 'boolean',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  jsonb: 'unknown',
  _int4: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
}
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

type Column = { table: string; name: string; type: string; required: boolean; hasDefault: boolean }

/** Types of every table, and their column names in order for statements that copy whole rows. */
export async function tableTypes(session: Session): Promise<string> {
  const { rows } = await session.query(
    `select c.relname as "table", a.attname as name, t.typname as type, a.attnotnull as required, a.atthasdef as "hasDefault"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration'
     order by c.relname, a.attnum`,
    [],
  )
  const tables = Map.groupBy(rows as Column[], (column) => column.table)
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map(({ name, type, required, hasDefault }) => {
      const known = types[type]
      if (!known)
        throw new Error(
          `No TypeScript type for ${table}.${name} of type ${type}: add one to scripts/table-types.ts.`,
        )
      const full = required ? known : `${known} | null`
      return `    ${camel(name)}: ${hasDefault ? `Generated<${full}>` : full}`
    })
    return `  ${camel(table)}: {\n${lines.join('\n')}\n  }`
  })
  const lists = [...tables].map(
    ([table, columns]) =>
      `  ${table}: {\n${columns.map(({ name, type }) => `    ${name}: '${type}',`).join('\n')}\n  },`,
  )
  return `// Generated from the migrations by \`npm run generate\`. Do not edit.
import type { Generated } from 'kysely'

export interface Tables {
${interfaces.join('\n')}
}

/** Column names and their database types, in order. */
export const tableColumns = {
${lists.join('\n')}
} as const
`
}
