import type { LightRule, Limit, Part } from '../../../engine/lights/rule.ts'
import { compareDecimal } from '../../../shared/decimal.ts'
import { inWholes, partFields, partWords } from './part-fields.ts'

type Sentence = { zh: string; en: string }
const say = (zh: string, en: string): Sentence => ({ zh, en })
const longestMonths = 120

/** What makes a rule unusable; undefined: it can be judged by. */
export function ruleFault({ parts }: LightRule): Sentence | undefined {
  for (const [at, part] of parts.entries()) {
    const fault = partFault(part)
    if (!fault) continue
    const { zh, en } = partWords[part.kind]
    return say(`第 ${at + 1} 项“${zh}”：${fault.zh}`, `Part ${at + 1}, “${en}”: ${fault.en}`)
  }
  return undefined
}

function partFault(part: Part): Sentence | undefined {
  const wanted = partFields[part.kind]
  const given = Object.keys(part).filter((key) => key !== 'kind')
  const lacking = wanted.find((key) => !given.includes(key))
  if (lacking) return say(`缺少“${lacking}”。`, `“${lacking}” is missing.`)
  const foreign = given.find((key) => !wanted.includes(key))
  if (foreign) return say(`这一类没有“${foreign}”，请去掉。`, `this kind has no “${foreign}”; leave it out.`)
  return 'yellow' in part ? limitFault(part) : undefined
}

function limitFault({ kind, yellow, red }: Extract<Part, { yellow: Limit | null }>): Sentence | undefined {
  if (!yellow && !red)
    return say('黄灯和红灯至少要有一个界限。', 'give a bound for yellow or for red, one at least.')
  for (const limit of [yellow, red]) {
    if (!limit) continue
    if (inWholes.has(kind) && limit.value.includes('.'))
      return say(`“${limit.value}”须为整数。`, `write a whole number instead of “${limit.value}”.`)
    if (kind === 'statistics' && Number(limit.value) > longestMonths)
      return say(
        `“${limit.value}”个月太长，最多 ${longestMonths} 个月。`,
        `“${limit.value}” months are too long: ${longestMonths} at most.`,
      )
  }
  if (!yellow || !red) return undefined
  const side = compareDecimal(red.value, yellow.value)
  const isBeyond = side > 0 || (side === 0 && red.op === 'over' && yellow.op === 'from')
  if (isBeyond) return undefined
  return say(
    `红灯的界限 ${red.value} 没有超出黄灯的界限 ${yellow.value}，黄灯就不会亮。请改大红灯的，或去掉黄灯的。`,
    `the bound of red, ${red.value}, is not beyond that of yellow, ${yellow.value}, so yellow would never show. Raise red, or leave yellow out.`,
  )
}
