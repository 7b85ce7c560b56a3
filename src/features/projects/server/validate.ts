import { Value } from 'typebox/value'
import { type Sentence, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { parseWhen, whenPattern } from '../../../shared/when.ts'
import { valueSchema } from '../contract.ts'
import { type Field, isEditable } from '../fields.ts'
import { isToCome } from '../to-come.ts'
import { isExact } from './field-sql.ts'
import { checkPersonal } from './personal.ts'

/** What databases, JSON or workbooks refuse: control characters but tabs and line ends, halves of characters. */
const unkeepable = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\p{Cs}\ufffe\uffff]/u

/** Databases know no year 0. */
export const dayKnown = (text: string) => {
  const when = parseWhen(text)
  return when && when.day >= '0001' ? when : undefined
}

const shown = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)

/** What is wrong with a value for a field, or nothing. Null clears, where the field may be empty. */
export function checkValue(field: Field, value: string | null): Sentence | undefined {
  if (!isEditable(field))
    return say(`“${field.zh}”由系统计算，不能直接填写。`, `“${field.en}” is computed and cannot be written.`)
  if (value === null) {
    if (field.required || field.key === 'stage' || field.key === 'standing')
      return say(`“${field.zh}”不能为空。`, `“${field.en}” cannot be empty.`)
    return undefined
  }
  if (unkeepable.test(value))
    return say(
      `“${field.zh}”的“${shown(value.replace(/[^\P{C}\n\t]/gu, '□'))}”含有无法保存的字符（□），请删去后重填。`,
      `“${shown(value.replace(/[^\P{C}\n\t]/gu, '□'))}” for “${field.en}” has characters that cannot be kept (□). Remove them.`,
    )
  if (field.kind === 'when' && !dayKnown(value))
    return new RegExp(whenPattern).test(value)
      ? say(`没有 ${shown(value)} 这一天。`, `There is no day ${shown(value)}.`)
      : say(
          `“${shown(value)}”不是日期，请写成 2022-03-05、2022-03 或 2022-Q1。`,
          `“${shown(value)}” is no date; write 2022-03-05, 2022-03 or 2022-Q1.`,
        )
  if (Value.Check(valueSchema(field), value) && value.trim() !== '')
    return field.personal
      ? checkPersonal(field, value)
      : isExact(field) && !field.signed && value.startsWith('-')
        ? negative(field, value)
        : undefined
  if (isExact(field))
    return say(
      `“${field.zh}”的值“${shown(value)}”不是数字。`,
      `“${shown(value)}” for “${field.en}” is no number.`,
    )
  if (field.kind === 'choice')
    return say(
      `“${field.zh}”没有“${shown(value)}”这个选项。`,
      `“${field.en}” has no choice “${shown(value)}”.`,
    )
  if (value.trim() === '') return say(`“${field.zh}”不能只有空格。`, `“${field.en}” cannot be blank.`)
  return say(
    `“${field.zh}”过长或格式不对：“${shown(value)}”。`,
    `“${field.en}” is too long or not of its form: “${shown(value)}”.`,
  )
}

/** An actual date is of today or earlier. */
export const checkToCome = (field: Field, value: string | null, today: Day): Sentence | undefined =>
  isToCome(field, value, today)
    ? say(
        `「${field.zh}」的 ${value} 还没有到，不能填为实际日期；请填计划或预计日期。`,
        `${value} for “${field.en}” is to come and cannot be an actual date; write it as planned or forecast.`,
      )
    : undefined

const negative = (field: Field, value: string): Sentence =>
  say(
    `“${field.zh}”不能是负数，而“${shown(value)}”是负数。`,
    `“${field.en}” cannot be negative, and “${shown(value)}” is.`,
  )
