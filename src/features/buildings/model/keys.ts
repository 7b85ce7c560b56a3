import { normaliseName, normaliseText } from '../../../engine/text/normalise.ts'

/** One building, however its number is written: 科创园 + 3幢, 科创园 3号楼, 科创园3#. */
export const buildingKey = (name: string, number: string | null): string =>
  normaliseName(`${name}${number ?? ''}`)
    .replace(/(\d+|[a-z])(?:号楼|幢楼|栋楼|幢|栋|座|#楼|#|楼)/g, '$1#')
    .replace(/第(?=\d)/g, '')

/** One room of a building: 301, 301室, ３０１ are the same. Null where there is no letter or digit. */
export function roomKey(number: string): string | null {
  const key = normaliseName(number).replace(/(?:室|号房|房间|单元|号)$/, '')
  return /[\p{L}\p{N}]/u.test(key) ? key : null
}

export const tidy = (text: string): string => normaliseText(text)
