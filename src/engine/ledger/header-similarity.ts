import { normaliseHeader } from '../text/normalise.ts'

/** Words that mean the same over a column; periods first, while their hyphens still stand. */
const synonyms: [RegExp, string][] = [
  [/1-(?:\d{1,2}|本|当)月份?(?:累计)?/g, '本年累计'],
  [/(?:19|20)\d{2}年度?/g, '本年'],
  [/(?<![\d-])\d{1,2}月份?(?=完成|投资|计划)/g, '当月'],
  [/[()/·、,:：-]/g, ''],
  [/日期|年月|时限|节点/g, '时间'],
  [/固定资产投资/g, '固投'],
  [/投资总额|总投资金额/g, '总投资'],
  [/拟定?|预定|目标/g, '计划'],
  [/工程(?=名称|概况)/g, '项目'],
  [/本月/g, '当月'],
  [/今年|本年度|年度|当年/g, '本年'],
  [/建设地点|建设地址|项目地址|地址|位置/g, '地点'],
  [/动工/g, '开工'],
  [/完工|建成/g, '竣工'],
  [/入库|纳统/g, '入统'],
  [/拿地/g, '摘牌'],
  [/下一步/g, '下步'],
  [/额$/g, ''],
  [/的/g, ''],
]

interface Contrast {
  words: string[]
  /** Factor where each side names another word of the group: 计划 and 实际. */
  differ: number
  /** Factor where only one side names one. */
  oneSided: number
  /** A header that names two (用地/厂房) is not one field. */
  single?: true
}

const contrasts: Contrast[] = [
  { words: ['计划', '实际', '预计'], differ: 0.3, oneSided: 0.8 },
  { words: ['当月', '本年', '开工以来', '上年', '季度'], differ: 0.3, oneSided: 0.8 },
  {
    words: [
      '签约',
      '注册',
      '摘牌',
      '供地',
      '开工',
      '竣工',
      '投产',
      '达产',
      '入统',
      '验收',
      '结顶',
      '洽谈',
      '上规',
    ],
    differ: 0.3,
    oneSided: 0.6,
    single: true,
  },
  {
    words: ['投资方', '建设内容', '总投资', '固投', '外资', '产值', '税收', '用地', '厂房', '资金', '资本'],
    differ: 0.3,
    oneSided: 0.75,
    single: true,
  },
  { words: ['合同', '到位', '实到', '利用'], differ: 0.4, oneSided: 0.9 },
  {
    words: [
      '名称',
      '代码',
      '编号',
      '类型',
      '简介',
      '电话',
      '地点',
      '时间',
      '强度',
      '单位',
      '领导',
      '责任人',
      '进度',
    ],
    differ: 0.3,
    oneSided: 0.8,
  },
  { words: ['亩均', '强度'], differ: 0.3, oneSided: 0.5 },
  { words: ['率', '比例', '占比', '增速', '排名'], differ: 0.6, oneSided: 0.5 },
  { words: ['问题', '计划', '进展', '措施', '协调'], differ: 0.4, oneSided: 0.85 },
  { words: ['框架', '正式'], differ: 0.3, oneSided: 0.7 },
  { words: ['完成', '计划'], differ: 0.3, oneSided: 0.9 },
]
/** Words that say nothing by themselves about which field is meant. */
const tooGeneral =
  /^(?:计划|实际|预计|完成|累计|时间|投资|项目|情况|本年|当月|单位|名称|内容|金额|类型|进度|本年累计|数量|面积)$/

export function canonicalHeader(text: string): string {
  let out = normaliseHeader(text)
  for (const [form, word] of synonyms) out = out.replace(form, word)
  return out
}

/** 0 to 1 by shared character pairs or containment, held down where the two name contrary things. */
export function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  const inside =
    shorter.length >= 2 && longer.includes(shorter) && !tooGeneral.test(shorter)
      ? 0.55 + 0.4 * (shorter.length / longer.length)
      : 0
  const within =
    shorter.length >= 4 && isSubsequence(shorter, longer) ? 0.5 + 0.4 * (shorter.length / longer.length) : 0
  const alike = Math.max(dice(a, b), inside, within)
  return alike < 0.35 ? 0 : alike * agreement(a, b)
}

function agreement(header: string, label: string): number {
  let factor = 1
  for (const { words, differ, oneSided, single } of contrasts) {
    const inHeader = words.filter((word) => header.includes(word))
    const inLabel = words.filter((word) => label.includes(word))
    if (inHeader.length === 0 && inLabel.length === 0) continue
    if (inHeader.length === 0 || inLabel.length === 0) factor *= oneSided
    else if (!inHeader.some((word) => inLabel.includes(word))) factor *= differ
    else if (single && inHeader.length > inLabel.length) factor *= 0.65
  }
  return factor
}

/** 下步计划 in 下步工作计划. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (character === part[at]) at++
  return at === part.length
}

/** Twice the shared pairs over all pairs. */
function dice(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0
  const taken = new Uint8Array(b.length)
  let shared = 0
  for (let at = 0; at + 1 < a.length; at++) {
    for (let other = 0; other + 1 < b.length; other++) {
      if (taken[other] || a[at] !== b[other] || a[at + 1] !== b[other + 1]) continue
      taken[other] = 1
      shared++
      break
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}
