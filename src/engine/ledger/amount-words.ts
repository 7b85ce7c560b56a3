import type { AmountFlag } from './amount-reading.ts'

/** Words around an amount that do not change what it is, and what each of them must make known. */
const before: [RegExp, AmountFlag | undefined][] = [
  [
    /^(?:总投资额?|投资总额|投资额?|协议|合同|注册资本|实到|到位|共计?|合计|总计|累计|金额|折合?|为|达到?|:|,)/,
    undefined,
  ],
  [/^(?:约计?|大约|大概|近|将近|接近|~|≈|左右)/, 'approx'],
  [/^(?:预计|预估|估算|估计|暂定|暂估|拟定?|计划|规划|概算)/, 'estimate'],
  [/^(?:不超过|不少于|不低于|不高于|超过|超|逾|突破|至少|最多|最高|最低|>=|<=|≥|≤|≧|≦|>|<)/, 'bound'],
]
const after: [RegExp, AmountFlag | undefined][] = [
  [/(?:[/每]年|人民币|整|。|\.|,|;|、|:)$/, undefined],
  [/(?:左右|上下|前后|许|约)$/, 'approx'],
  [/(?:\(?(?:预计|预估|估算|暂定|暂估|概算|计划)\)?)$/, 'estimate'],
  [/(?:及?以上|及?以下|以内|不等|起)$/, 'bound'],
]

/** Takes known words off the front; flags say which of them make the amount less than sure. */
export function stripBefore(text: string): { text: string; flags: AmountFlag[] } {
  return strip(text, before, (rest, length) => rest.slice(length))
}

export function stripAfter(text: string): { text: string; flags: AmountFlag[] } {
  return strip(text, after, (rest, length) => rest.slice(0, rest.length - length))
}

function strip(
  text: string,
  words: [RegExp, AmountFlag | undefined][],
  cut: (rest: string, length: number) => string,
): { text: string; flags: AmountFlag[] } {
  const flags: AmountFlag[] = []
  let rest = text
  for (let found = true; found && rest; ) {
    found = false
    for (const [form, flag] of words) {
      const match = form.exec(rest)
      if (!match) continue
      rest = cut(rest, match[0].length)
      if (flag) flags.push(flag)
      found = true
    }
  }
  return { text: rest, flags }
}

/** Counting words that may follow a plain number: 18个, 300人. */
export const counters =
  /^(?:个|家|人|名|位|户|项|座|幢|栋|台|套|条|间|件|层|吨|年|个月|月|天|日|宗|块|批|期|次|分|米|公里|千瓦时?|度)$/
