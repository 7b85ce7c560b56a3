import { type RawBuilder, sql } from 'kysely'
import { Problem, say } from '../../../server/errors.ts'
import type { Condition } from '../contract.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { isExact, typedOf } from './field-sql.ts'
import { refusePersonal } from './personal.ts'
import { dayKnown } from './validate.ts'

type Expression = RawBuilder<unknown>

const decimal = /^-?\d{1,14}(\.\d{1,6})?$/
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** One condition of a filter as SQL. A value that cannot be compared with the field is refused with its name. */
export function conditionSql(condition: Condition): Expression {
  const field = fieldByKey.get(condition.field)
  if (!field) throw refused(condition, condition.field)
  const value = typedOf(field)
  const values = Array.isArray(condition.value)
    ? condition.value
    : condition.value == null
      ? []
      : [condition.value]
  if (condition.op === 'blank') return sql`${value} is null`
  if (condition.op === 'filled') return sql`${value} is not null`
  refusePersonal(field)
  const [first] = values
  if (first === undefined) throw refused(condition, field.zh)
  if (condition.op === 'is' || condition.op === 'isNot') {
    const any =
      field.kind === 'when'
        ? sql`(${sql.join(
            values.map((text) => within(field, value, text, condition)),
            sql` or `,
          )})`
        : equals(field, value, values, condition)
    return condition.op === 'is' ? any : sql`(${any}) is not true`
  }
  if (condition.op === 'contains') return sql`strpos(lower(${value}::text), lower(${first})) > 0`
  const sign = condition.op === 'atLeast' ? sql`>=` : sql`<=`
  if (field.kind === 'when')
    return sql`${value} ${sign} ${bounds(field, first, condition)[condition.op === 'atLeast' ? 0 : 1]}::date`
  if (isExact(field)) return sql`${value} ${sign} ${number(field, first, condition)}::numeric`
  return sql`${value}::text ${sign} ${first}`
}

function equals(field: Field, value: Expression, values: string[], condition: Condition): Expression {
  if (isExact(field))
    return sql`${value} = any(${values.map((text) => number(field, text, condition))}::numeric[])`
  if (field.kind === 'corps') {
    if (!values.every((text) => uuid.test(text))) throw refused(condition, field.zh)
    return sql`${value} = any(${values}::uuid[])`
  }
  return sql`${value} = any(${values}::text[])`
}

/** 2022-03 means any day of March; 2022 any day of the year. */
function within(field: Field, value: Expression, text: string, condition: Condition): Expression {
  const [from, to] = bounds(field, text, condition)
  return sql`(${value} between ${from}::date and ${to}::date)`
}

function bounds(field: Field, text: string, condition: Condition): [string, string] {
  const when = dayKnown(text)
  if (!when) throw refused(condition, field.zh)
  const { day, precision } = when
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  const pad = (n: number) => String(n).padStart(2, '0')
  if (precision === 'day') return [day, day]
  if (precision === 'tenDays') return [`${day.slice(0, 8)}${pad((Number(text.at(-1)) - 1) * 10 + 1)}`, day]
  if (precision === 'month') return [`${day.slice(0, 7)}-01`, day]
  if (precision === 'quarter') return [`${year}-${pad(month - 2)}-01`, day]
  if (precision === 'halfYear') return [`${year}-${pad(month - 5)}-01`, day]
  return [`${year}-01-01`, day]
}

function number(field: Field, text: string, condition: Condition): string {
  if (!decimal.test(text)) throw refused(condition, field.zh)
  return text
}

function refused({ value }: Condition, name: string) {
  const shown = Array.isArray(value) ? value.join('、') : String(value ?? '')
  return new Problem(
    'invalid_input',
    say(
      `筛选条件“${name}”的值“${shown}”无法比较。`,
      `The filter on “${name}” cannot compare with “${shown}”.`,
    ),
  )
}
