import { encodeGbk, isGbk } from '../../text/gbk.ts'
import type { Ring } from '../drawing.ts'
import { closed } from '../rings/ring.ts'
import type { WrittenShape } from '../written-shape.ts'
import { fieldNames, surplusName } from './txt-shape.ts'

export type TxtOptions = {
  /** The pairs of [属性描述]; those of the format that are missing are written all the same. */
  header?: Record<string, string>
  decimals?: 3 | 4
  /** `gbk` is what land offices read; a text with characters that GBK lacks becomes UTF-8 with a byte order mark. */
  encoding?: 'gbk' | 'utf-8'
}

const headerKeys = [
  '格式版本号',
  '数据产生单位',
  '数据产生日期',
  '坐标系',
  '几度分带',
  '投影类型',
  '计量单位',
  '带号',
  '精度',
  '转换参数',
]

/**
 * A coordinate TXT (勘测定界 报盘). Of the attributes it has those of the format's own line, and 字段9 and on; the points
 * are counted with the closing ones. All rings of a shape are numbered on: the format knows no parts.
 */
export const writeParcelTxt = (shapes: readonly WrittenShape[], options: TxtOptions = {}): Buffer => {
  const { header = {}, decimals = 3, encoding = 'gbk' } = options
  const usual = { 格式版本号: '1.01', 精度: (10 ** -decimals).toFixed(decimals), 转换参数: ',,,,,,' }
  const pairs = { ...Object.fromEntries(headerKeys.map((key) => [key, ''])), ...usual, ...header }
  const lines = ['[属性描述]', ...Object.entries(pairs).map(([key, value]) => oneLine(`${key}=${value}`))]
  lines.push('[地块坐标]')
  for (const shape of shapes) {
    const rings = shape.surfaces.flat().map(closed)
    lines.push(headOf(shape, rings))
    for (const line of pointLines(rings, decimals)) lines.push(line)
  }
  const text = `${lines.join('\r\n')}\r\n`
  if (encoding === 'gbk' && isGbk(text)) return encodeGbk(text, () => '?')
  return Buffer.from(encoding === 'gbk' ? `\ufeff${text}` : text)
}

const headOf = ({ name, attributes }: WrittenShape, rings: Ring[]): string => {
  const count = String(rings.reduce((sum, ring) => sum + ring.length, 0))
  const own: Record<string, string> = {
    界址点数: count,
    地块名称: name || (attributes['地块名称'] ?? ''),
    记录图形属性: '面',
  }
  const fields = fieldNames.map((key) => own[key] ?? attributes[key] ?? '')
  const surplus = Object.keys(attributes).map((key) => Number(/^字段(\d{1,3})$/.exec(key)?.[1] ?? 0))
  for (let index = fieldNames.length; index < Math.max(0, ...surplus); index++)
    fields.push(attributes[surplusName(index)] ?? '')
  return [...fields.map(oneField), '@'].join(',')
}

function* pointLines(rings: Ring[], decimals: number): Generator<string> {
  let number = 0
  for (const [index, ring] of rings.entries()) {
    const first = number + 1
    for (const [place, [x, y]] of ring.entries()) {
      const point = place === ring.length - 1 ? first : ++number
      yield `J${point},${index + 1},${x.toFixed(decimals)},${y.toFixed(decimals)}`
    }
  }
}

const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ')
/** What separates fields becomes its full-width twin. */
const oneField = (text: string) =>
  oneLine(text)
    .replaceAll(',', '，')
    .replace(/@(?=\s*$)/, '＠')
