import { lastDayOfMonth, type Month } from '../../../src/shared/days.ts'

export const zone = '萧山经济技术开发区'
export const monthWords = (month: Month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
export const cutOff = (month: Month) => `${monthWords(month)}${Number(lastDayOfMonth(month).slice(8))}日`
export const savedAt = (month: Month) =>
  [Number(month.slice(0, 4)), Number(month.slice(5)), Number(lastDayOfMonth(month).slice(8))] as const
export const disclaimer = (month: Month) =>
  `注：1.数据截止${cutOff(month)}；2.“数据性质”为“示意”的行系虚构样例，企业、项目、人员均不对应真实主体，“公开报道”的行只填报道已披露的内容。`
