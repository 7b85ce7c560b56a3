import type { CorpsKey } from './corps/profile.ts'

/** Fictional persons, every one of them. */
export const director = '沈知远'
export const deputies = ['陆怀章', '苏望之'] as const

export const commanders: Record<CorpsKey, string> = {
  shibei: '顾思齐',
  qiaonan: '程守拙',
  kejicheng: '叶临川',
  lvzhi: '韩砺锋',
  sanjiang: '江叙白',
}

export const officers: Record<CorpsKey, readonly string[]> = {
  shibei: ['林若溪', '许知白', '方以宁'],
  qiaonan: ['何承宇', '吴砚秋', '郑鹤鸣'],
  kejicheng: ['梁书瑶', '宋亦舟', '唐景行'],
  lvzhi: ['俞远山', '金穗安', '邵立夏'],
  sanjiang: ['陶然之', '夏听澜', '钟灵越'],
}

export const promoters = ['贺扬帆', '袁小满', '戚路遥', '汤问渠'] as const
export const analysts = ['孔见微', '章数年'] as const
/** The three powers: system, security, audit. */
export const administrator = '安守正'
export const securityAdministrator = '闻人慎'
export const auditor = '鉴如许'
export const builder = '石敬亭'
export const baseCommander = '赵启元'
