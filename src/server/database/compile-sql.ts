import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A statement as it is sent, outside any transaction. */
export const compiled = <T>(statement: RawBuilder<T>): CompiledQuery<T> => statement.compile(compiler)

/** A long expression without parameters, put into text once instead of at every request. */
export function constant(expression: RawBuilder<unknown>): RawBuilder<unknown> {
  const { sql: text, parameters } = expression.compile(compiler)
  if (parameters.length > 0) throw new Error(`A constant expression has ${parameters.length} parameters.`)
  return sql.raw(text)
}
