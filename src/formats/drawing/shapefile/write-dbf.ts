/** A dBASE III table in UTF-8. */

type Column = { key: string; name: string; type: 'C' | 'N'; length: number; decimals: number }

const longestName = 10
const longestText = 254
const mostColumns = 255
/** What every program reads as a number and shows as it was: neither `007` nor a card number. */
const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/
const longestNumber = 18

/**
 * Columns whose values are all plain numbers are numbers, the rest is text. Names are cut at 10 bytes and texts at 254,
 * never within a character; the format has no room for more, nor for more than 255 columns.
 */
export const writeDbf = (rows: Record<string, string>[], date: Date): Buffer => {
  const columns = columnsOf(rows)
  const recordLength = 1 + columns.reduce((sum, { length }) => sum + length, 0)
  const headerLength = 32 + columns.length * 32 + 1
  const file = Buffer.alloc(headerLength + rows.length * recordLength + 1, ' ')
  file.fill(0, 0, headerLength)
  file.set([3, date.getFullYear() - 1900, date.getMonth() + 1, date.getDate()])
  file.writeUInt32LE(rows.length, 4)
  file.writeUInt16LE(headerLength, 8)
  file.writeUInt16LE(recordLength, 10)
  for (const [index, { name, type, length, decimals }] of columns.entries()) {
    const at = 32 + index * 32
    file.write(name, at)
    file.write(type, at + 11)
    file[at + 16] = length
    file[at + 17] = decimals
  }
  file[headerLength - 1] = 0x0d
  let at = headerLength
  for (const row of rows) {
    at++
    for (const { key, type, length } of columns) {
      const value = cut(Object.hasOwn(row, key) ? (row[key] ?? '') : '', length)
      file.write(type === 'N' ? value.padStart(length) : value, at)
      at += length
    }
  }
  file[at] = 0x1a
  return file
}

const columnsOf = (rows: Record<string, string>[]): Column[] => {
  const lengths = new Map<string, { text: number; decimals: number; isNumber?: boolean }>()
  for (const row of rows)
    for (const [key, value] of Object.entries(row)) {
      const column = lengths.get(key) ?? { text: 1, decimals: 0 }
      lengths.set(key, column)
      if (value === '') continue
      column.text = Math.max(column.text, Buffer.byteLength(value))
      column.decimals = Math.max(column.decimals, value.split('.')[1]?.length ?? 0)
      const isNumber = plainNumber.test(value) && value.length <= longestNumber
      column.isNumber = isNumber && column.isNumber !== false
    }
  // A table without columns is none to most programs.
  if (lengths.size === 0) lengths.set('id', { text: 1, decimals: 0 })
  const names = shortNames([...lengths.keys()].slice(0, mostColumns))
  return [...lengths].slice(0, mostColumns).map(([key, { text, decimals, isNumber }], index): Column => {
    const name = names[index] ?? key
    if (!isNumber) return { key, name, type: 'C', length: Math.min(text, longestText), decimals: 0 }
    return { key, name, type: 'N', length: text, decimals }
  })
}

const shortNames = (keys: string[]): string[] => {
  const used = new Set<string>()
  return keys.map((key) => {
    let name = cut(key, longestName)
    for (let number = 2; used.has(name.toLowerCase()); number++)
      name = cut(key, longestName - String(number).length) + number
    used.add(name.toLowerCase())
    return name
  })
}

/** As many whole characters as fit. */
const cut = (text: string, bytes: number): string => {
  if (Buffer.byteLength(text) <= bytes) return text
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replace(/\ufffd$/, '')
}
