import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const IdParams = Type.Object({ id: Id })

/** A calendar day in Asia/Shanghai, `2022-03-01`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A month, `2022-03`. */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })

/** An exact decimal as text, `12345.67`: JSON numbers would round it. */
export const DecimalText = Type.String({ pattern: '^-?\\d{1,14}(\\.\\d{1,6})?$' })

export const Timestamp = Type.String({ format: 'date-time' })

/** One of a few words, kept as text in the database. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] })

/** A field that may be left out; leaving it out and sending null mean the same. */
export const optional = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]))

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What people may send: an unknown field is refused, not dropped. */
export const body = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/** The one shape of every list: a page of items and the exact number of all. */
export const listOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer() })

/** What people may do to a row; the screen shows or hides by it and holds no rules of its own. */
export const Abilities = Type.Array(Type.String())

export const keysOf = <T extends TProperties>(schema: TObject<T>) =>
  Object.keys(schema.properties) as (keyof T & string)[]

export type { Static }
