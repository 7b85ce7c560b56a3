import { mergeAt, type SheetInput, type SheetRow, textOf } from './sheet.ts'

export type RowKind = 'data' | 'subtotal' | 'section' | 'blank' | 'note' | 'repeatedHeader'

export interface RowContext {
  left: number
  right: number
  /** Column of 序号, if there is one. */
  serialColumn: number | undefined
  nameColumn: number | undefined
  /** Serials are 1, 2, 3 …, so that 一 and （一） head sections. */
  arabicSerials: boolean
  /** Normalised texts of each header row by column. */
  headerTexts: ReadonlyMap<number, string>[]
  /** Texts above the header, which printing repeats on every page. */
  titleTexts: ReadonlySet<string>
}

const total = /^(?:.{0,10}?)(?:合计|小计|总计|共计|汇总|总合计)(?:\(.*\))?(?:共?\d+[个项家])?:?$/
const cumulative = /^(?:本页|本年|全年|年度|自年初|项目)?(?:累计|平均|均值)(?:\(.*\))?:?$/
const englishTotal = /^(?:grand ?total|sub-?total|total|sum|average)(?:\(.*\))?:?$/i
const counted = /^(?:合计|总计|小计|共计|共|总)共?\d+(?:个|项|家|宗)(?:项目)?:?$/
const partTotal = /^其中:?/
const sectionMark =
  /^(?:第?[一二三四五六七八九十]+(?:[、.,:]|部分|类)|[((][一二三四五六七八九十]+[))]|[ivx]+[、.])/i
/** 市北兵团, 续建类, 新建项目（12个）: what groups of projects are called. */
const sectionName = /(?:兵团|新城|片区|组团|平台|街道|镇|园区|科技城|板块|[建备储期]类|业类)$/
const sectionCount = /\(共?\d+[个项](?:项目)?(?:[,;、].*)?\)$/
const sectionSerial = /^[((]?[一二三四五六七八九十]+[))]?[、.]?$/
const note =
  /^(?:注(?:释|解)?\d*:|备注:|说明:|填表说明|填报说明|\*+|※|数据来源|资料来源|附注|填报(?:人|单位|时间|日期)|填表(?:人|单位|时间|日期)?:?|制表|编制|审核|审批|复核|报送|联系人:|联系电话|负责人:|单位负责人|分管领导:|签字|盖章|打印)/
/** Templates explain their columns under the header, and give an example. */
const guide = /必填|选填|填写|格式|下拉|示例|例如|如[:“"]|参照|请/
const example = /^(?:示例|例|样例|举例|填写示例|范例|说明)[:：]?$/
const columnNumber = /^(?:\(?\d{1,3}\)?(?:=.*)?|[甲乙丙丁戊己庚辛]|栏次|[a-z])$/i

/** What one row of a table is. `follows`: it is the first under the header, where a row of column numbers may stand. */
export function kindOf(sheet: SheetInput, row: SheetRow, context: RowContext, follows: boolean): RowKind {
  const texts = textsOf(row, context)
  if (texts.size === 0) return 'blank'
  const serial = context.serialColumn === undefined ? '' : (texts.get(context.serialColumn) ?? '')
  const numbered = /^\d+(?:\.\d+)*$/.test(serial)
  if (numbered && texts.size === 1) return 'blank'
  if (repeats(texts, context)) return 'repeatedHeader'
  if (follows && texts.size >= 3 && (isColumnNumbers(texts) || isGuide(texts, numbered))) return 'note'
  if (example.test(serial)) return 'note'
  if (isSubtotal(texts, context, numbered)) return 'subtotal'
  const [[first, text] = [0, '']] = texts
  if (note.test(text) && texts.size <= 5 && !numbered) return 'note'
  if (texts.size <= 5 && !numbered && [...texts.values()].filter((one) => note.test(one)).length >= 2)
    return 'note'
  if (isSection(sheet, row, texts, context, first, text, numbered, serial)) return 'section'
  return isTail(texts, context, first, text, numbered) ? 'note' : 'data'
}

/** The text by which a section is called: 一、新建项目（12个）. */
export function sectionText(row: SheetRow, context: RowContext): string {
  const texts = [...textsOf(row, context)].filter(
    ([column]) => column <= (context.nameColumn ?? context.left + 1),
  )
  const words = texts.map(([, text]) => text)
  const [mark = '', rest] = words
  return rest && sectionSerial.test(mark) ? `${mark.replace(/[、.]$/, '')}、${rest}` : (words[0] ?? '')
}

function textsOf(row: SheetRow, context: RowContext): Map<number, string> {
  const texts = new Map<number, string>()
  const last = Math.min(row.cells.length - 1, context.right)
  for (let column = context.left; column <= last; column++) {
    const text = textOf(row.cells[column])
    if (text !== '') texts.set(column, text)
  }
  return texts
}

function repeats(texts: Map<number, string>, context: RowContext): boolean {
  if ([...texts.values()].every((text) => context.titleTexts.has(text))) return true
  return context.headerTexts.some((header) => {
    let same = 0
    for (const [column, text] of texts) if (header.get(column) === text) same++
    return same >= 2 && same >= texts.size * 0.8 && same >= Math.min(3, header.size)
  })
}

function isColumnNumbers(texts: Map<number, string>): boolean {
  const values = [...texts.values()]
  if (!values.every((text) => columnNumber.test(text))) return false
  const numbers = values
    .map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN))
    .filter((number) => !Number.isNaN(number))
  return (
    numbers.length >= 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  )
}

function isGuide(texts: Map<number, string>, numbered: boolean): boolean {
  return !numbered && [...texts.values()].filter((text) => guide.test(text)).length >= texts.size * 0.5
}

/** The word may stand in any of the first columns or in the name's; a row with a number of its own is a project. */
function isSubtotal(texts: Map<number, string>, context: RowContext, numbered: boolean): boolean {
  for (const [column, text] of texts) {
    if (column > context.left + 3 && column !== context.nameColumn) continue
    const word = text.replace(/\s/g, '')
    if (/^(?:合计|小计|总计|共计|累计|平均)(?:\(.*\))?:?$/.test(word) || counted.test(word)) return true
    if (numbered || word.length > 24) continue
    if (total.test(word) || cumulative.test(word) || englishTotal.test(word)) return true
    if (partTotal.test(word) && texts.size > 1 && column <= (context.nameColumn ?? context.left + 1))
      return true
  }
  return false
}

function isSection(
  sheet: SheetInput,
  row: SheetRow,
  texts: Map<number, string>,
  context: RowContext,
  first: number,
  text: string,
  numbered: boolean,
  serial: string,
): boolean {
  if (numbered || text.length > 60) return false
  const width = context.right - context.left + 1
  const merge = mergeAt(sheet, row.number, first)
  const span = merge ? Math.min(merge.right, context.right) - merge.left + 1 : 1
  if (span >= 3 && span * 2 >= width && texts.size <= 2) return true
  const early = first <= Math.max(context.nameColumn ?? 0, context.left + 1)
  if (serial !== '' && sectionSerial.test(serial)) return context.arabicSerials
  if (early && sectionMark.test(text) && (context.arabicSerials || texts.size === 1)) return true
  if (texts.size === 1 && width >= 4 && first === context.serialColumn) return true
  if (!context.arabicSerials || !early || serial !== '') return false
  return sectionCount.test(text) || (texts.size === 1 && sectionName.test(text))
}

/** One long text alone under the table, in no column of names, is a remark. */
function isTail(
  texts: Map<number, string>,
  context: RowContext,
  first: number,
  text: string,
  numbered: boolean,
): boolean {
  return (
    texts.size === 1 &&
    !numbered &&
    first === context.left &&
    first !== context.nameColumn &&
    text.length > 20
  )
}
