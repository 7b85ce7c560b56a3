type Words = { zh: string; en: string }
const words = (zh: string, en: string): Words => ({ zh, en })

/** A part of a chain has one limit for all its matters together. */
export const parts = ['beforeStart', 'completion'] as const
export type Part = (typeof parts)[number]

export const partWords: Record<Part, Words> = {
  beforeStart: words('开工前审批', 'Before works start'),
  completion: words('竣工验收', 'Completion'),
}

export type ChainItem = { key: string; part: Part | null; name: Words; authority: Words }
export type Chain = {
  key: string
  name: Words
  /** Where the limits come from, or that they are an example. */
  source: Words
  /** Working days for the part's matters together; null where the source gives none. */
  limits: Record<Part, number | null>
  items: readonly ChainItem[]
}

const planning = words('规划和自然资源局', 'Planning and Natural Resources')
const construction = words('住房和城乡建设局', 'Housing and Construction')
const item = (key: string, part: Part | null, name: Words, authority: Words): ChainItem => ({
  key,
  part,
  name,
  authority,
})

const fivePapers = [
  item(
    'filing',
    'beforeStart',
    words('项目备案（赋码）', 'Project filing (code given)'),
    words('发展和改革局', 'Development and Reform'),
  ),
  item(
    'landPlanning',
    'beforeStart',
    words('建设用地规划许可证', 'Construction land planning permit'),
    planning,
  ),
  item(
    'designReview',
    'beforeStart',
    words('施工图审查合格书', 'Construction drawings passed'),
    words('施工图审查机构', 'Drawings reviewer'),
  ),
  item(
    'engineeringPlanning',
    'beforeStart',
    words('建设工程规划许可证', 'Construction engineering planning permit'),
    planning,
  ),
  item('construction', 'beforeStart', words('建筑工程施工许可证', 'Building works permit'), construction),
]

const completion = [
  item('planningCheck', 'completion', words('规划核实', 'Planning verification'), planning),
  item('jointAcceptance', 'completion', words('竣工联合验收', 'Joint acceptance of works'), construction),
  item(
    'utilities',
    'completion',
    words('公用事业接入', 'Utilities connected'),
    words('供水、供电、供气单位', 'Water, power and gas companies'),
  ),
  item('acceptanceFiling', 'completion', words('竣工验收备案', 'Acceptance filing'), construction),
  item(
    'realEstate',
    'completion',
    words('不动产权证', 'Real estate certificate'),
    words('不动产登记中心', 'Real Estate Registry'),
  ),
]

/** What a project can take over whole; afterwards its matters are its own. The sources say 天; days are counted as working days. */
export const chains: readonly Chain[] = [
  {
    key: 'ordinary90',
    name: words('一般企业投资项目 90 天', 'Ordinary investment project, 90 days'),
    source: words(
      '浙江省发展改革委指引（2019-04）：立项、规划许可、施工许可合计 60 天，竣工验收 30 天；业主自身用时不计。原文为“天”，这里按工作日计。',
      "Zhejiang Development and Reform Commission guide (2019-04): 60 days for filing, planning and works permits together, 30 for completion; the owner's own time is not counted. The source says days; working days are counted here.",
    ),
    limits: { beforeStart: 60, completion: 30 },
    items: [...fivePapers, ...completion],
  },
  {
    key: 'standardLand100',
    name: words('标准地项目 100 天', 'Standard-land project, 100 days'),
    source: words(
      '浙政办发〔2018〕73号：“标准地”项目开工前审批不超过 100 天。原文为“天”，这里按工作日计；竣工验收未规定。',
      'Zhejiang 浙政办发〔2018〕73号: 100 days at most before works start on standard land. The source says days; working days are counted here. It sets no limit for completion.',
    ),
    limits: { beforeStart: 100, completion: null },
    items: [...fivePapers, ...completion],
  },
  {
    key: 'startOnLand',
    name: words('拿地即开工', 'Start on land'),
    source: words(
      '示例：上虞 2024 年实际 2 天办齐五件。供地文件先行，不计入时限；竣工验收未规定。',
      'An example: Shangyu gave all five papers within 2 days in 2024. The land papers come first and are not counted; no limit for completion.',
    ),
    limits: { beforeStart: 2, completion: null },
    items: [
      item(
        'landContract',
        null,
        words('用地批复（出让合同）', 'Land approval (transfer contract)'),
        planning,
      ),
      ...fivePapers,
      ...completion,
    ],
  },
]

export const chainByKey = new Map(chains.map((chain) => [chain.key, chain]))

export const outcomes = ['granted', 'refused', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** Whose turn it is while the clock stands: the owner's, or a hearing's or expert review's (行政许可法 § 45). */
export const turns = ['owner', 'review'] as const
export type Turn = (typeof turns)[number]
