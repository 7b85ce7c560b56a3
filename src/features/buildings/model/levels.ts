import { parseChineseOrdinal } from '../../../engine/text/chinese-numerals.ts'
import { normaliseText } from '../../../engine/text/normalise.ts'

const deepest = -20
const highest = 200

/** There is no nought: 1 is the ground floor, -1 the one below. */
export const isLevel = (level: number) => level !== 0 && level >= deepest && level <= highest

/** 3, 3F, 三层, 3楼, B1, -1, 负一层, 地下一层 → the level. */
export function readLevel(text: string): number | undefined {
  const said = normaliseText(text).replace(/\s/g, '').toUpperCase()
  const below = /^(?:B|-|负|地下)/.test(said)
  const rest = said
    .replace(/^(?:地下|地上|负|B|-|第|F)+第?/, '')
    .replace(/(?:层|楼|F|室)$/, '')
    .replace(/^L(?=\d)/, '')
  if (rest === '' && said.startsWith('地下')) return -1
  const number = /^\d{1,3}$/.test(rest) ? Number(rest) : parseChineseOrdinal(rest)
  if (number === undefined || !Number.isInteger(number)) return undefined
  const level = below ? -number : number
  return isLevel(level) ? level : undefined
}

/** 1203 → 12, 301 → 3, B102 → -1: what a room’s number says where no column does. */
export function levelInNumber(number: string): number | undefined {
  const [, below, digits] =
    /(?:^|[^\dA-Z])(B|(?<=^ )-)?(\d{3,4})(?:[^\d].*)?$/i.exec(` ${normaliseText(number)}`) ?? []
  if (!digits) return undefined
  const level = Number(digits.slice(0, -2))
  if (level === 0 || level > highest) return undefined
  return below ? -level : level
}

/** As a lift shows it: 12F, B1. */
export const showLevel = (level: number): string => (level > 0 ? `${level}F` : `B${-level}`)
