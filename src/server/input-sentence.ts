import type { FastifyError } from 'fastify'
import { type Sentence, say } from './errors.ts'

const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

type Reason = (params: Record<string, unknown>) => Sentence

/** What a contract found wrong, by its keyword, as the way out. */
const reasons: Record<string, Reason> = {
  required: () => say('必须填写', 'must be given'),
  additionalProperties: () => say('没有这一项，请去掉', 'is not known; leave it out'),
  minLength: ({ limit }) => say(`至少 ${limit} 个字符`, `needs ${limit} characters or more`),
  maxLength: ({ limit }) => say(`最多 ${limit} 个字符`, `takes ${limit} characters at most`),
  minItems: ({ limit }) => say(`至少 ${limit} 项`, `needs ${limit} items or more`),
  maxItems: ({ limit }) => say(`最多 ${limit} 项`, `takes ${limit} items at most`),
  minimum: ({ limit }) => say(`不能小于 ${limit}`, `cannot be less than ${limit}`),
  maximum: ({ limit }) => say(`不能大于 ${limit}`, `cannot be more than ${limit}`),
  enum: ({ allowedValues }) =>
    say(`只能是 ${choices(allowedValues)}`, `must be one of ${choices(allowedValues)}`),
  const: ({ allowedValue }) => say(`只能是 ${shown(allowedValue)}`, `must be ${shown(allowedValue)}`),
  type: ({ type }) => say(`应为 ${type}`, `must be of type ${type}`),
  format: ({ format }) => say(`不是正确的 ${format}`, `is no ${format}`),
  pattern: ({ pattern }) =>
    pattern === '\\S'
      ? say('不能只有空格', 'cannot be blanks alone')
      : (figure(String(pattern)) ?? say(`写法应为 ${pattern}`, `must be written as ${pattern}`)),
}

/** Of a decimal: whether above nought, whether below it too, and the most digits before the point and after it. */
const figureForm = /^\^(\(\?=\.\*\[1-9\]\))?(-\?)?\\d\{1,(\d+)\}\(\\\.\\d\{1,(\d+)\}\)\?\$$/

function figure(pattern: string): Sentence | undefined {
  const [whole, above, signed, before, after] = figureForm.exec(pattern) ?? []
  if (whole === undefined) return undefined
  const zh = above ? '大于零的数字' : signed ? '数字' : '数字，不带负号'
  const en = above ? 'a number above nought' : signed ? 'a number' : 'a number without a sign'
  return say(
    `应为${zh}，整数部分最多 ${before} 位，小数最多 ${after} 位`,
    `must be ${en}, of ${before} digits before the point and ${after} after it at most`,
  )
}

const choices = (values: unknown) =>
  (Array.isArray(values) ? values : []).slice(0, 12).map(String).join(' / ')

/** A request that does not fit its contract: the place, the value received where there is one, the way out. */
export function inputSentence({ validation, validationContext }: FastifyError, request: unknown): Sentence {
  const first = validation?.[0]
  const path = (first?.instancePath ?? '').split('/').slice(1)
  const named = first?.params?.['missingProperty'] ?? first?.params?.['additionalProperty']
  const place = [...path, ...(named === undefined ? [] : [String(named)])].join('.')
  const received =
    named === undefined && path.length > 0 ? at(request, [validationContext ?? '', ...path]) : undefined
  const reason = reasons[first?.keyword ?? '']?.(first?.params ?? {}) ?? say('填写不正确', 'is not right')
  const value =
    received === undefined ? say('', '') : say(`的值“${shown(received)}”`, `, “${shown(received)}”,`)
  return place === ''
    ? say(`请求的内容${reason.zh}。`, `The body of the request ${reason.en}.`)
    : say(`“${place}”${value.zh}：${reason.zh}。`, `“${place}”${value.en} ${reason.en}.`)
}

/** What stands at a path; never what a password field holds. */
function at(root: unknown, path: readonly string[]): unknown {
  if (path.some((part) => /password|^current$|^next$/i.test(part))) return undefined
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part === 'querystring' ? 'query' : part]
  }
  return value
}
