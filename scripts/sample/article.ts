import type { CorpsKey } from './corps/profile.ts'
import type { Line } from './snapshot.ts'

/**
 * What the report of 2022-03-01 in 萧山日报 says of projects, and nothing else: what it does not say stays blank.
 * Where a stage is read out of its words, the note quotes them.
 */
const source = '《萧山日报》2022年3月1日'

const facts: readonly (readonly [corps: CorpsKey, values: Record<string, string | number>])[] = [
  [
    'lvzhi',
    {
      name: '传化年产68万吨有机硅及高端精细化工产品项目',
      investor: '传化',
      chain: '精细化工',
      stage: 'landed',
      scope: '年产68万吨有机硅及高端精细化工产品。',
      progress: '项目落户绿色智造产业新城。',
      note: `${source}：“随着传化年产68万吨的有机硅及高端精细化工产品项目的落户”。`,
    },
  ],
  [
    'sanjiang',
    {
      name: '莱和生物项目',
      investor: '莱和生物',
      stage: 'landed',
      progress: '项目已入驻三江创智新城。',
      note: `${source}：“已成功吸引莱和生物项目入驻”。`,
    },
  ],
  [
    'sanjiang',
    {
      name: '诺特健康研究中心&智链研发一体工厂项目',
      stage: 'signed',
      progress: '项目完成，签约落户三江创智新城。',
      note: `${source}：“诺特健康研究中心&智链研发一体工厂项目完成，……等多个项目签约落户”；原文未说明“完成”何事，阶段按“签约落户”登记。`,
    },
  ],
  [
    'sanjiang',
    {
      name: '浙商中拓储能模组项目',
      investor: '浙商中拓',
      chain: '储能',
      stage: 'signed',
      progress: '项目签约落户三江创智新城。',
      note: `${source}：“浙商中拓储能模组项目等多个项目签约落户”。`,
    },
  ],
  [
    'sanjiang',
    {
      name: '中国电信大数据中心项目',
      investor: '中国电信',
      totalInvestment: 500_000,
      stage: 'landed',
      progress: '全力推动项目开工建设。',
      note: `${source}：“全力推动总投资50亿元的中国电信大数据中心项目……开工建设”；尚未开工，阶段按落地登记。`,
    },
  ],
  [
    'sanjiang',
    {
      name: '浙报融媒体产业园项目',
      totalInvestment: 60_000,
      stage: 'landed',
      progress: '全力推动项目开工建设。',
      note: `${source}：“全力推动……总投资6亿元的浙报融媒体产业园项目开工建设”；尚未开工，阶段按落地登记。`,
    },
  ],
  [
    'kejicheng',
    {
      name: '浙大国际科创中心CMOS平台项目',
      stage: 'underConstruction',
      progress: '建设场景热火朝天。',
      nextStep: '2022年3月底调试完成；有序推进，确保在亚运会前造出第一块芯片。',
      note: `${source}：“浙大国际科创中心CMOS平台项目热火朝天的建设场景，为其今年3月底调试完成奠定了基础”。`,
    },
  ],
  [
    'kejicheng',
    {
      name: '西电杭州研究院',
      stage: 'landed',
      progress: '重大项目集聚科技城。',
      note: `${source}：“重大项目集聚，创新聚能城、浙大杭州科创中心、西电杭州研究院”；阶段报道未述，按落地登记。`,
    },
  ],
  [
    'kejicheng',
    {
      name: '创新聚能城',
      stage: 'landed',
      progress: '重大项目集聚科技城。',
      note: `${source}：“重大项目集聚，创新聚能城、浙大杭州科创中心、西电杭州研究院”；阶段报道未述，按落地登记。`,
    },
  ],
]

export const articleLines: readonly Line[] = facts.map(([corps, values], index) => ({
  key: `article-${index + 1}`,
  corps,
  values: { standing: 'ongoing', ...values, provenance: 'published' },
}))
