import { normaliseHeader } from '../text/normalise.ts'
import { type SheetRow, textOf } from './sheet.ts'

/** Nouns at the end of a ledger's headers. Values seldom end in them. */
const endings =
  /(?:序号|编号|名称|代码|时间|日期|年月|月份|年度|年份|投资额?|总额|金额|资金|外资|内资|固投|面积|用地|厂房|亩数|单位|部门|主体|领导|责任人|负责人|联系人|管家|专员|电话|方式|阶段|进度|进展|问题|困难|事项|计划|打算|措施|备注|类型|类别|性质|内容|规模|概况|简介|产值|税收|营收|强度|代表人|完成|累计|当月|本月|本年|完成率|比例|占比|增速|排名|批示|灯|预警|地块|地址|地点|位置|区块|镇街|来源|状态|情况|评价|签约|开工|竣工|投产|达产|注册|摘牌|供地|入统|入库|落地|洽谈|个数|数量|总数|目标|任务|指标|收入|利润|人数|得分|分值|层级|实际|预计)$/
/** What tables of rooms and leases call their columns; as a whole, since names end in them. */
const ofRooms =
  /^(?:楼宇|楼栋|楼号|栋号|幢号|幢|栋|楼层|所在层|层|层高|净高|(?:楼面|活)?荷载|承重|货梯|房号|房间号|室号|单元|单元号|门牌号|租户|承租[方人]|起租日|到期日|租期|租赁期|租期[起止]|租金|(?:租金)?单价|报价|招商报价|用途|经度|纬度|业主|坐落)$/
/** Words in which names end too, so that only short texts are headers by them. */
const shortEndings = /(?:项目|企业|公司|产业|产业链|行业|领域|兵团|平台)$/
/** Labels that only a form or a header holds. */
const labels =
  /(?:名称|代码|时间|日期|投资额?|面积|单位|领导|责任人|负责人|联系人|电话|地址|地点|内容|规模|备注|产值|税收|金额)$/
const english =
  /^(?:no\.?|#|id|name|code|project|investor|investment|total|unit|date|status|stage|remarks?|notes?|area|land|corps|parcel|officer|owner|progress|problem|industry|chain|scope|light|.* (?:name|code|investment|assets|capital|area|date|unit|official|progress|step|planned|actual|forecast|rate|tax|output|month|year|start|kind|contact|mu|capacity|plan|coordinated))$/
const sayingSo = /^(?:其中|项目|企业|名称|内容|说明)/
const surely = /^(?:序号|项目名称|工程名称)$/
const longestHeader = 30

export interface RowShape {
  /** Cells with text. */
  filled: number
  /** Of these, the ones that read like a header. */
  words: number
  /** 序号 or 项目名称 stands among them. */
  sure: boolean
  /** Numbers, dates, codes, long texts: what headers are not. */
  values: number
  first: number
  last: number
}

export function isHeaderWord(text: string): boolean {
  if (
    text.length > longestHeader * 2 ||
    /[:：].*\S/.test(text.replace(/[((].*$/, '')) ||
    /[。;；]/.test(text)
  )
    return false
  const header = normaliseHeader(text).replace(/\([^()]*\)$/, '')
  if (header === '' || header.length > longestHeader) return false
  if (shortEndings.test(header)) return header.length <= 6
  if (ofRooms.test(header)) return true
  return (
    endings.test(header) ||
    english.test(text.toLowerCase().replace(/\s*\(.*$/, '')) ||
    (sayingSo.test(header) && header.length < 7)
  )
}

export function isValue(text: string, kind: string): boolean {
  if (kind === 'date') return true
  if (/^(?:19|20)\d{2}年?度?$|^\d{1,2}月(?:份)?$/.test(text)) return false
  if (kind === 'number' || kind === 'boolean') return true
  return (
    text.length > longestHeader * 2 ||
    /^[-+]?[\d,.]+(?:%|[万亿]元?|元|亩)?$|^\d{4}[-./年]\d|^1\d{10}$|^\/$|^-+$/.test(text)
  )
}

export function shapeOf(row: SheetRow): RowShape {
  const shape: RowShape = { filled: 0, words: 0, sure: false, values: 0, first: -1, last: -1 }
  for (const [column, cell] of row.cells.entries()) {
    const text = textOf(cell)
    if (text === '') continue
    shape.filled++
    if (shape.first < 0) shape.first = column
    shape.last = column
    if (isValue(text, cell?.kind ?? '')) shape.values++
    else if (isHeaderWord(text)) shape.words++
    if (surely.test(text.replace(/\s/g, ''))) shape.sure = true
  }
  return shape
}

/** A row that can only be a header: nearly all words, at least two of them. */
export function isHeaderRow(shape: RowShape): boolean {
  if (shape.filled < 2 || shape.words < 2) return false
  if (shape.filled === 2) return shape.values === 0
  if (shape.sure && shape.filled >= 4) return shape.values <= shape.filled * 0.15
  return shape.values <= shape.filled * 0.15 && shape.words >= shape.filled * (shape.words >= 4 ? 0.4 : 0.6)
}

/** A label as forms put beside a value: 建设单位, 联系电话. */
export function isLabel(text: string): boolean {
  return text.length <= 12 && labels.test(normaliseHeader(text))
}
