import type { Stage } from '../../src/features/projects/stages.ts'
import { addDays, addMonths, type Day } from '../../src/shared/days.ts'
import { amountBetween, contracted, spoken, twoDecimals } from './amounts.ts'
import { brand } from './brands.ts'
import { profileOf } from './corps/all.ts'
import type { CorpsKey, Product, Profile } from './corps/profile.ts'
import { courseFrom, courseTo } from './course.ts'
import { commanders, deputies, director, officers, promoters } from './people.ts'
import { plansOf } from './plans.ts'
import { allTime, lastDay, type Reach, type SampleProject } from './project.ts'
import { type Luck, luck } from './random.ts'
import { tradesOf } from './trades.ts'

/** Set by hand for the signing of February 2022; the rest is left to chance. */
export type Given = {
  name: string
  investor: string
  chain: string
  industryCode: string
  total: number
  fixed: number
  output: number
  tax: number
  land?: number
  floor?: number
  foreign?: number
  scope: string
  reached: Reach
}

/** 万元 per 亩; more would not be believed. */
const mostTaxPerMu = 180

export type Wish = {
  corps: CorpsKey
  number: number
  brandNumber: number
  target?: Stage
  leadOn?: Day
  given?: Given
}

export const build = (wish: Wish): SampleProject => {
  const { corps, number, given } = wish
  const profile = profileOf(corps)
  const key = `${corps}-${number}`
  const chance = luck(key)
  const needsLand = chance.chance(profile.landShare)
  const land = given ? given.land !== undefined : wish.target === 'landSupplied' || needsLand
  const reached =
    given?.reached ??
    (wish.target ? courseTo(wish.target, land, chance) : courseFrom(wish.leadOn ?? lastDay, land, chance))
  const subject = given ? undefined : subjectOf(profile, number, brand(wish.brandNumber), chance)
  const total =
    given?.total ??
    contracted(
      spoken(amountBetween(profile.amounts[0], profile.amounts[1], chance)) *
        (chance.chance(0.4) ? 0.9 + chance.part() * 0.25 : 1),
    )
  const first = spoken(total * (chance.chance(0.45) ? 0.8 + chance.part() * 0.5 : 1))
  const share = profile.fixedShare[0] + chance.part() * (profile.fixedShare[1] - profile.fixedShare[0])
  const fixed = given?.fixed ?? contracted(total * share)
  const signed = reached.signed ?? lastDay
  const negotiating = reached.negotiating ?? lastDay
  const mu =
    given?.land ??
    twoDecimals(
      Math.max(
        4.2,
        fixed / (profile.intensity[0] + chance.part() * (profile.intensity[1] - profile.intensity[0])),
      ),
    )
  const output =
    given?.output ??
    contracted(
      total * (profile.outputRatio[0] + chance.part() * (profile.outputRatio[1] - profile.outputRatio[0])),
    )
  const taxed = output * (profile.taxRatio[0] + chance.part() * (profile.taxRatio[1] - profile.taxRatio[0]))
  const tax =
    given?.tax ?? Math.max(20, Math.round((land ? Math.min(taxed, mu * mostTaxPerMu) : taxed) / 10) * 10)
  const firstTalk = first === total ? [] : [{ since: allTime, value: first }]
  const later = lateCorrection(total, signed, chance)
  const foreign = given
    ? given.foreign
    : chance.chance(0.09)
      ? Math.round((total * 0.3) / 650) * 100 || undefined
      : undefined
  const floor =
    given?.floor ??
    Math.round((land ? mu * 667 * (1.3 + chance.part()) : fixed / 0.55 + chance.between(300, 2000)) / 100) *
      100
  return {
    key,
    corps: [{ since: allTime, value: corps }],
    name: [{ since: allTime, value: given?.name ?? subject?.name ?? key }],
    investor: given?.investor ?? subject?.investor ?? key,
    investorKind: chance.pick([
      '民营企业',
      '高新技术企业',
      '专精特新',
      '上市公司',
      '民营企业',
      '链主企业',
      '国有企业',
      '独角兽',
      ...(foreign ? ['外商投资企业', '外商投资企业', '外商投资企业'] : []),
    ]),
    chain: given?.chain ?? subject?.product.chain ?? '',
    industryCode: given?.industryCode ?? subject?.product.industryCode ?? '',
    scope: given?.scope ?? scopeOf(subject, land, chance),
    total: [
      ...firstTalk,
      { since: firstTalk.length ? signed : allTime, value: total },
      ...(given ? [] : later),
    ],
    fixed: [
      ...(firstTalk.length ? [{ since: allTime, value: Math.min(first, contracted(first * share)) }] : []),
      { since: firstTalk.length ? signed : allTime, value: fixed },
      ...(given
        ? []
        : later.map(({ since, value }) => ({ since, value: contracted(value * (fixed / total)) }))),
    ],
    ...(foreign ? { foreign } : {}),
    ...(land
      ? {
          land: [
            { since: negotiating, value: given ? mu : Math.max(5, Math.round(mu / 5) * 5) },
            ...(given ? [] : [{ since: reached.landSupplied ?? lastDay, value: mu }]),
          ],
        }
      : {}),
    ...(given && given.floor === undefined ? {} : { floor }),
    output,
    tax,
    firstContact: chance.pick([
      '招商局',
      '招商局',
      `${profile.area}招商分局`,
      '驻上海招商组',
      '驻深圳招商组',
      '招商局',
    ]),
    leadOfficial:
      total >= 100_000 ? director : chance.chance(0.25) ? chance.pick(deputies) : commanders[corps],
    responsible: land ? '规划建设局' : chance.pick(['企业服务中心', '经济发展局', '招商局']),
    promoter: chance.pick(promoters),
    officer: chance.pick(officers[corps]),
    parcel: parcelOf(profile, land, reached, chance),
    code: codeOf(reached, chance),
    reached,
    planned: plansOf(reached, chance),
    standing: [{ since: allTime, value: 'ongoing' }],
    notes:
      later.length && !given
        ? later.map(({ since, value }) => ({ since, value: `总投资经补充协议调整为${value / 10_000}亿元。` }))
        : [],
    planFactor: (year) => 0.85 + luck(`${key}:plan:${year}`).part() * 0.55,
  }
}

type Subject = { name: string; investor: string; product: Product; volume: string }

const subjectOf = (profile: Profile, number: number, trade: string, chance: Luck): Subject => {
  const product = profile.products[number % profile.products.length] ?? {
    name: '综合',
    chain: '',
    industryCode: '',
  }
  const forms = profile.forms.filter((form) => product.unit || !form.includes('{n}'))
  // A product comes back under another kind of name, so that no two projects read nearly alike.
  const form =
    forms[
      ((number % profile.products.length) + Math.floor(number / profile.products.length)) % forms.length
    ] ?? '{b}{p}项目'
  const yearly = product.low && product.high ? amountBetween(product.low, product.high, chance) : 0
  const volume = product.unit ? `${rounded(yearly)}${product.unit}` : ''
  const place = chance.pick(['杭州', '杭州', '浙江', '杭州', '上海', '宁波', '深圳', '苏州'])
  return {
    name: form.replace('{b}', trade).replace('{n}', volume).replace('{p}', product.name),
    investor: `${place}${trade}${chance.pick(tradesOf(product.chain))}${chance.chance(0.15) ? '股份' : ''}有限公司`,
    product,
    volume,
  }
}

const rounded = (value: number) => {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.round(value / size) * size
}

const scopeOf = (subject: Subject | undefined, land: boolean, chance: Luck) => {
  if (!subject) return ''
  const { product, volume } = subject
  if (volume) {
    const place = land ? '新建生产厂房、研发楼及配套用房' : '利用租赁厂房实施'
    return `${place}，购置自动化生产线、检测及环保设备${chance.between(18, 260)}台（套），达产后形成年产${volume}${product.name}的生产能力。`
  }
  return land
    ? `新建研发办公及配套用房，建设${product.name}研发、测试与展示场所，引进研发及管理人员约${chance.between(4, 60) * 10}人。`
    : `租赁研发办公用房，开展${product.name}研发与运营，集聚核心团队约${chance.between(3, 30) * 10}人。`
}

/** Few amounts are corrected after signing, by a supplementary agreement. */
const lateCorrection = (total: number, signed: Day, chance: Luck) => {
  if (!chance.chance(0.14)) return []
  const since = addDays(signed, chance.between(60, 330))
  return [{ since, value: contracted(total * (1.05 + chance.part() * 0.25)) }]
}

const parcelOf = (profile: Profile, land: boolean, reached: Reach, chance: Luck) =>
  land
    ? `${profile.parcelPrefix}〔${(reached.landSupplied ?? lastDay).slice(0, 4)}〕${chance.between(1, 60)}号`
    : `${chance.pick(profile.buildings)}${chance.between(1, 9)}号楼${chance.between(2, 18)}层`

/** 投资项目代码: the form of GB/T 40058 since November 2020, the former one before. The check digit is not computed. */
const codeOf = (reached: Reach, chance: Luck) => {
  const day = addMonths(reached.landed ?? lastDay, 0)
  const digits = String(chance.between(0, 999_999)).padStart(6, '0')
  if (day >= '2020-10-31')
    return `${day.slice(2, 4)}${day.slice(5, 7)}-330109-04-${chance.chance(0.2) ? '02' : '01'}-${digits}`
  return `${day.slice(0, 4)}-330109-${String(chance.between(13, 65))}-03-${digits}`
}
