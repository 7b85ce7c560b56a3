import { goals, territories } from './areas-and-goals.ts'
import { profiles } from './corps/all.ts'
import type { CorpsKey } from './corps/profile.ts'
import {
  administrator,
  analysts,
  auditor,
  baseCommander,
  builder,
  commanders,
  deputies,
  director,
  officers,
  promoters,
  securityAdministrator,
} from './people.ts'

/**
 * The zone's office and bureaus go back before the first ledger. So do the five 区块 that its ledgers name and that hold
 * the land; on 2022-01-14 (domain facts) they became the corps, with groups and commanders.
 */
const officeSince = '2020-01-01'
const corpsSince = '2022-01-14'

/** 市北's groups and sub-command are those of the article; the other corps' groups are illustrative. */
const groups: Record<CorpsKey, readonly string[]> = {
  shibei: ['城市风貌组', '有机更新组', '双创服务组', '综合保障组'],
  qiaonan: ['招商引资组', '有机更新组', '企业服务组', '综合保障组'],
  kejicheng: ['双招双引组', '项目推进组', '亚运保障组', '综合保障组'],
  lvzhi: ['招商引资组', '项目推进组', '要素保障组', '企业服务组'],
  sanjiang: ['招大引强组', '空间统筹组', '项目服务组', '综合保障组'],
}
const bureaus = [
  ['zhaoshang', '招商局'],
  ['jingfa', '经济发展局'],
  ['guijian', '规划建设局'],
  ['keren', '科技人才局'],
  ['qifu', '企业服务中心'],
] as const

type Unit = { key: string; parent: string | null; kind: string; name: string; fromOn: string }
type Member = { login: string; name: string; posts: { unit: string; role: string; fromOn: string }[] }

const units: Unit[] = [
  { key: 'office', parent: null, kind: 'zone_office', name: '开发区管委会', fromOn: officeSince },
  ...bureaus.map(([key, name]) => ({ key, parent: 'office', kind: 'bureau', name, fromOn: officeSince })),
  ...profiles.flatMap(({ key, area }) => [
    { key, parent: 'office', kind: 'corps', name: `${area}区块`, fromOn: officeSince },
    ...(key === 'shibei'
      ? [
          {
            key: 'shuzizongbu',
            parent: key,
            kind: 'sub_command',
            name: '数字总部基地指挥部',
            fromOn: corpsSince,
          },
        ]
      : []),
    ...groups[key].map((name, index) => ({
      key: `${key}-${index + 1}`,
      parent: key,
      kind: 'work_group',
      name,
      fromOn: corpsSince,
    })),
  ]),
]

const member = (
  login: string,
  name: string,
  ...posts: [unit: string, role: string, fromOn: string][]
): Member => ({
  login,
  name,
  posts: posts.map(([unit, role, fromOn]) => ({ unit, role, fromOn })),
})

const corpsOfficers = profiles.flatMap(({ key }) =>
  officers[key].map((name, place) => ({ key, name, place })),
)
/** The first two officers of every corps come first, so that officer1 and officer2 are 市北's. */
const numbered = [
  ...corpsOfficers.filter(({ place }) => place < 2),
  ...corpsOfficers.filter(({ place }) => place >= 2),
]

const members: Member[] = [
  member('director', director, ['office', 'director', officeSince]),
  ...deputies.map((name, index) => member(`deputy${index + 1}`, name, ['office', 'director', officeSince])),
  ...profiles.map(({ key }) => member(key, commanders[key], [key, 'commander', corpsSince])),
  member('shuzizongbu', baseCommander, ['shuzizongbu', 'commander', corpsSince]),
  // Double-hatted: a bureau's head who also leads in a corps.
  member('guijian', builder, ['guijian', 'officer', officeSince], ['shibei', 'commander', corpsSince]),
  ...numbered.map(({ key, name, place }, index) =>
    member(
      `officer${index + 1}`,
      name,
      [key, 'officer', corpsSince],
      ...(place === 2 ? [[`${key}-3`, 'officer', corpsSince] as [string, string, string]] : []),
    ),
  ),
  member('promoter', promoters[0], ['zhaoshang', 'promoter', officeSince]),
  ...promoters
    .slice(1)
    .map((name, index) => member(`promoter${index + 2}`, name, ['zhaoshang', 'promoter', officeSince])),
  member('analyst', analysts[0], ['jingfa', 'analyst', officeSince]),
  member('analyst2', analysts[1], ['office', 'analyst', officeSince]),
  member('admin', administrator, ['office', 'administrator', officeSince]),
  member('security', securityAdministrator, ['office', 'security_administrator', officeSince]),
  member('auditor', auditor, ['office', 'auditor', officeSince]),
]

export const organisation = {
  zone: {
    code: 'xetdz',
    name: '萧山经济技术开发区',
    nameEn: 'Xiaoshan Economic and Technological Development Zone',
  },
  samplePassword: 'Zhantu-2022',
  units,
  members,
  territories: territories(officeSince),
  goals,
}

export const reorganisation = {
  title: '组建五个作战兵团',
  preparedOn: '2022-01-12',
  effectiveOn: corpsSince,
  by: 'director',
  renames: profiles.map(({ area }) => ({ from: `${area}区块`, to: `${area}兵团` })),
}
