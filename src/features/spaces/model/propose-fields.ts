import { squareMetresFromMu } from '../../../shared/area.ts'
import {
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  parseDecimal,
  roundDecimal,
} from '../../../shared/decimal.ts'
import { areaUnits, type ParcelField, parcelFields } from '../import-contract.ts'
import { type ParcelStatus, parcelStatuses, parcelStatusWords } from '../statuses.ts'

/** What offices call the attributes, the likelier first; the short ones are the pinyin initials that surveys use. */
const names: Record<ParcelField, readonly string[]> = {
  number: [
    '地块编号',
    '地块号',
    '宗地编号',
    '宗地号',
    '宗地代码',
    '宗地编码',
    'DKBH',
    'DKH',
    'ZDDM',
    'ZDBH',
    '编号',
    'NUMBER',
    'NO',
    'BH',
  ],
  name: ['地块名称', '项目名称', '名称', 'DKMC', 'XMMC', 'ZDMC', 'MC', 'NAME', 'TEXT'],
  landUse: [
    '地块用途',
    '土地用途',
    '规划用途',
    '用地性质',
    '用途',
    'TDYT',
    'DKYT',
    'YDXZ',
    'YT',
    'LANDUSE',
    'USE',
  ],
  landClass: [
    '地类编码',
    '地类代码',
    '用地代码',
    '用地分类代码',
    'DLBM',
    'DLDM',
    'YDDM',
    '地类',
    'LANDCLASS',
  ],
  area: [
    '地块面积',
    '宗地面积',
    '用地面积',
    '出让面积',
    '面积',
    'DKMJ',
    'ZDMJ',
    'YDMJ',
    'TDMJ',
    'MJ',
    'AREA',
  ],
  status: ['地块状态', '状态', 'DKZT', 'ZT', 'STATUS'],
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[（(].*[)）]$/, '')
    .replace(/[\s_-]/g, '')
    .toUpperCase()

export type FieldMapping = Record<ParcelField, string | null>

/** Which attribute each field is probably read from, by the attribute’s name. */
export function proposeFields(attributes: readonly string[]): FieldMapping {
  const known = new Map(attributes.map((name) => [plain(name), name]))
  const find = (field: ParcelField) =>
    names[field].flatMap((name) => known.get(plain(name)) ?? []).at(0) ?? null
  return Object.fromEntries(parcelFields.map((field) => [field, find(field)])) as FieldMapping
}

type AreaUnit = (typeof areaUnits)[number]

/** More than a province: no parcel. */
const largestM2 = 1e12

/** ㎡ from a number in the unit; undefined for what is no area. */
export function squareMetresIn(text: string | undefined, unit: AreaUnit): Decimal | undefined {
  const number = text
    ?.normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/(㎡|m2|平方米|公顷|ha|亩)$/i, '')
  const value = number && parseDecimal(number)
  if (!value || Number(value) <= 0) return undefined
  const squareMetres =
    unit === 'mu' ? squareMetresFromMu(value) : unit === 'hectare' ? multiplyDecimal(value, '10000') : value
  const kept = roundDecimal(squareMetres, 4)
  return Number(kept) > 0 && Number(kept) < largestM2 ? kept : undefined
}

/** So far may a rounded figure stand from the area that the shape encloses, for telling units apart. */
const unitTolerance = 0.05

/** The unit in which most figures agree with the areas enclosed (㎡), if any does. */
export function guessAreaUnit(pairs: readonly { text: string; drawnM2: Decimal }[]): AreaUnit | undefined {
  if (pairs.length === 0) return undefined
  const agreeing = areaUnits.map((unit) => {
    const count = pairs.filter(({ text, drawnM2 }) => {
      const told = Number(squareMetresIn(text, unit) ?? Number.NaN)
      return Math.abs(told / Number(drawnM2) - 1) <= unitTolerance
    }).length
    return { unit, count }
  })
  const [best] = agreeing.sort((a, b) => b.count - a.count)
  return best && best.count * 2 > pairs.length ? best.unit : undefined
}

/** A status by any of the words that offices use for it. */
export function statusOf(text: string | undefined): ParcelStatus | undefined {
  const word = text?.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (!word) return undefined
  return parcelStatuses.find((status) => {
    const { zh, en, aliases } = parcelStatusWords[status]
    return [status, zh, en, ...aliases].some(
      (one) => one.normalize('NFKC').replace(/\s/g, '').toLowerCase() === word,
    )
  })
}

/** How far a declared area may stand from the enclosed one before it is told: a square metre, or one in a thousand. */
export function areasDiffer(declaredM2: Decimal, drawnM2: Decimal): boolean {
  const [declared, found] = [Number(declaredM2), Number(drawnM2)]
  return Math.abs(declared - found) > Math.max(1, found / 1000)
}

/** In per cent, one decimal. */
export const percentOff = (declaredM2: Decimal, drawnM2: Decimal) =>
  Number(divideDecimal(multiplyDecimal(declaredM2, '100'), drawnM2, 3)) - 100
